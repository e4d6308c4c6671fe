using System.Runtime.InteropServices;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>
/// A stream for Skia that keeps what the destination throws, which must not pass through native code, until it is asked for.
/// </summary>
internal sealed class PdfStream(Stream destination) : SKAbstractManagedWStream
{
    private Exception? _exception;
    private long _written;

    /// <summary>Throws what the destination has thrown.</summary>
    internal void ThrowIfFailed()
    {
        if (_exception is { } exception)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
    }

    protected override bool OnWrite(IntPtr buffer, IntPtr size)
    {
        if (_exception is not null)
            return false;
        try
        {
            var bytes = new byte[checked((int)size)];
            Marshal.Copy(buffer, bytes, 0, bytes.Length);
            destination.Write(bytes);
            _written += bytes.Length;
            return true;
        }
#pragma warning disable CA1031 // ThrowIfFailed throws it, outside of native code
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception = e;
            return false;
        }
    }

    protected override void OnFlush()
    {
    }

    protected override IntPtr OnBytesWritten() => checked((IntPtr)_written);
}
