using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Reads files one after the other and resolves uncertain layouts as a batch does.</summary>
internal sealed class LayoutSession : ILayoutSession
{
    private readonly SpectrumReader _reader;
    private readonly LayoutNormalizer _normalizer;
    private readonly ConcurrentQueue<BatchEvent> _reported = new();

    /// <exception cref="SpectralException">An option is not valid.</exception>
    internal LayoutSession(SpectrumReader reader, NormalizationOptions options)
    {
        _reader = reader;
        _normalizer = new LayoutNormalizer(options, message =>
        {
            _reported.Enqueue(message);
            return ValueTask.CompletedTask;
        });
        foreach (var unreadable in _normalizer.UnreadableRecipes)
            _reported.Enqueue(new BatchEvent(null, BatchMessageKind.Warning, "No recipe: " + unreadable));
    }

    public ResolvedFile Read(string path, ReadOptions reading, CancellationToken cancellationToken)
    {
        var resolved = ExceptionMapper.Translate(() =>
        {
            var source = SpectralSource.Load(path, reading.MaxFileBytes);
            return _normalizer.Resolve(source, _reader.Read(source, reading, cancellationToken), reading, cancellationToken);
        });
        List<BatchEvent> reported = [];
        while (_reported.TryDequeue(out var message))
            reported.Add(message);
        return new ResolvedFile
        {
            Content = resolved.Content,
            Decision = resolved.Decision,
            Warnings = resolved.Warnings,
            Notices = [.. reported.Where(message => message.Error is null).Select(message => message.Message!)],
            Error = reported.Select(message => message.Error).LastOrDefault(error => error is not null),
        };
    }

    public void Dispose() => _normalizer.Dispose();
}
