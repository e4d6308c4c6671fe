using System.Diagnostics;
using System.Globalization;

namespace SpectralAnalyzer.Core.Watching;

/// <summary>Why a file has not arrived yet.</summary>
internal enum SettlingReason
{
    /// <summary>It was noticed, and its size and time must not change for the settle time.</summary>
    Noticed,

    /// <summary>Its size or time changed again.</summary>
    Changing,

    /// <summary>Another program has it open for writing.</summary>
    OpenForWriting,

    /// <summary>Another program lets nobody read it.</summary>
    Locked,
}

/// <summary>A file that has not arrived yet.</summary>
/// <param name="State">Its size and time.</param>
/// <param name="Since">When they changed last, as a timestamp.</param>
/// <param name="First">When it was noticed, as a timestamp.</param>
/// <param name="Looked">When it was looked at last, as a timestamp.</param>
/// <param name="Reason">Why it has not arrived.</param>
/// <param name="IsWarnedOf">Whether a warning says that it takes long.</param>
internal readonly record struct SettlingFile(
    FileState State, long Since, long First, long Looked, SettlingReason Reason, bool IsWarnedOf)
{
    /// <summary>Creates the state of a file that is noticed now.</summary>
    internal static SettlingFile Notice(FileState state)
    {
        var now = Stopwatch.GetTimestamp();
        return new SettlingFile(state, now, now, now, SettlingReason.Noticed, false);
    }

    /// <summary>Returns the state after a change of size or time.</summary>
    internal SettlingFile Change(FileState state)
    {
        var now = Stopwatch.GetTimestamp();
        return this with { State = state, Since = now, Looked = now, Reason = SettlingReason.Changing };
    }

    /// <summary>Returns the state after a look at the unchanged file.</summary>
    internal SettlingFile Wait(SettlingReason reason) => this with { Looked = Stopwatch.GetTimestamp(), Reason = reason };

    /// <summary>Returns a message that says which file is waited for and why.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="settleTime">For how long its size and time must not change.</param>
    internal string Describe(string path, TimeSpan settleTime)
    {
        var waited = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(First).TotalSeconds:0} s");
        var settle = string.Create(CultureInfo.InvariantCulture, $"{settleTime.TotalSeconds:0.###} s");
        return $"Waiting for '{path}' ({State.Length} bytes, for {waited}): " + Reason switch
        {
            SettlingReason.Noticed => $"its size and time must not change for {settle}.",
            SettlingReason.Changing => $"its size or time changed again; they must not change for {settle}.",
            SettlingReason.OpenForWriting => "another program has it open for writing.",
            _ => "another program has locked it.",
        };
    }
}
