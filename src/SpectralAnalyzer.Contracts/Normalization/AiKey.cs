using System.Runtime.InteropServices;
using System.Security;

namespace SpectralAnalyzer;

/// <summary>
/// The key of a service. It has no property and no text form, so that no error, log, table, serializer or debugger shows it by
/// accident. Only <see cref="Use"/> passes it to a call.
/// </summary>
public sealed class AiKey
{
    private readonly SecureString _key;

    /// <summary>Initializes a new instance with a copy of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public AiKey(SecureString key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0)
            throw new ArgumentException("The key is empty.", nameof(key));
        _key = key.Copy();
        _key.MakeReadOnly();
    }

    /// <summary>Passes the key to a call.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
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

    /// <summary>Returns a text that does not show the key.</summary>
    public override string ToString() => "(hidden)";
}
