using System.Runtime.InteropServices;
using System.Security;

namespace SpectralAnalyzer;

/// <summary>
/// The key of a service. It has no property and no text form, so that no error, log, table, serialiser or debugger shows it by
/// accident; only <see cref="Use"/> hands it out, to the one call that needs it.
/// </summary>
public sealed class AiKey
{
    private readonly SecureString _key;

    /// <summary>Keeps a copy of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public AiKey(SecureString key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0)
            throw new ArgumentException("The key is empty.", nameof(key));
        _key = key.Copy();
        _key.MakeReadOnly();
    }

    /// <summary>Hands the key to a call.</summary>
    /// <typeparam name="T">What the call answers.</typeparam>
    /// <param name="call">The call; it must not keep the key.</param>
    public T Use<T>(Func<string, T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(_key);
        try
        {
            return call(Marshal.PtrToStringUni(pointer, _key.Length));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => "(hidden)";
}
