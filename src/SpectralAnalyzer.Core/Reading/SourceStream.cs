using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The bytes of a file as a stream, for readers that want one.</summary>
internal static class SourceStream
{
    /// <summary>A stream over the bytes, without a copy where they are an array.</summary>
    public static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var part)
        ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
