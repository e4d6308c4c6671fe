using System.Collections.Concurrent;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>Keeps pixel writers for figures of one size: one for each thread that draws.</summary>
internal sealed class PixelWriters(FigureOptions options) : IDisposable
{
    private readonly ConcurrentBag<PixelWriter> _writers = [];

    /// <summary>Draws with a writer that no other thread uses.</summary>
    internal void Use(Action<PixelWriter> write)
    {
        if (!_writers.TryTake(out var writer))
            writer = new PixelWriter(options);
        try
        {
            write(writer);
        }
        catch
        {
            // a figure that an exception left half drawn must not show in the next one
            writer.Dispose();
            throw;
        }

        _writers.Add(writer);
    }

    public void Dispose()
    {
        while (_writers.TryTake(out var writer))
            writer.Dispose();
    }
}
