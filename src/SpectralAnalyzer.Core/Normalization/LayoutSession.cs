using SpectralAnalyzer.Core.Errors;
using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Reads files one after the other, each uncertain layout settled as in a batch.</summary>
internal sealed class LayoutSession : ILayoutSession
{
    private readonly SpectrumReader _reader;
    private readonly LayoutNormalizer _normalizer;
    private readonly ConcurrentQueue<BatchEvent> _told = new();

    /// <summary>Starts.</summary>
    /// <param name="reader">Reads files.</param>
    /// <param name="options">How layouts are settled.</param>
    /// <exception cref="SpectralException">An option does not hold.</exception>
    internal LayoutSession(SpectrumReader reader, NormalizationOptions options)
    {
        _reader = reader;
        _normalizer = new LayoutNormalizer(options, message =>
        {
            _told.Enqueue(message);
            return ValueTask.CompletedTask;
        });
        foreach (var unreadable in _normalizer.UnreadableRecipes)
            _told.Enqueue(new BatchEvent(null, BatchMessageKind.Warning, "No recipe: " + unreadable));
    }

    /// <inheritdoc/>
    public ResolvedFile Read(string path, ReadOptions reading, CancellationToken cancellationToken)
    {
        var settled = ExceptionMapper.Translate(() =>
        {
            var source = SpectralSource.Load(path, reading.MaxFileBytes);
            return _normalizer.Resolve(source, _reader.Read(source, reading, cancellationToken), reading, cancellationToken);
        });
        var notices = new List<string>();
        SpectralError? error = null;
        while (_told.TryDequeue(out var told))
        {
            if (told.Error is not null)
                error = told.Error;
            else
                notices.Add(told.Message!);
        }

        return new ResolvedFile { Content = settled.Content, Decision = settled.Decision, Warnings = settled.Warnings, Notices = notices, Error = error };
    }

    /// <inheritdoc/>
    public void Dispose() => _normalizer.Dispose();
}
