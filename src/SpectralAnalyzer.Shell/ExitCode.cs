namespace SpectralAnalyzer.Shell;

/// <summary>What the process answers, as pwsh does; a script's own <c>exit n</c> comes before all of them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A terminating error, or the last command of <c>-Command</c> failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line of the shell itself is wrong.</summary>
    public const int Usage = 64;

    /// <summary>Stopped by Ctrl+C: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by a request to end: 128 and the number of the signal.</summary>
    public const int Terminated = 143;
}
