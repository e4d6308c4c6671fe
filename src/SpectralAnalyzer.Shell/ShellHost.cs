using System.Globalization;
using System.Management.Automation.Host;

namespace SpectralAnalyzer.Shell;

/// <summary>What the PowerShell engine sees as its host.</summary>
internal sealed class ShellHost(bool nonInteractive) : PSHost
{
    /// <summary>The console behind <see cref="UI"/>.</summary>
    public ShellUserInterface Console { get; } = new(nonInteractive);

    public override string Name => "SpectralAnalyzer.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => Console;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The code of an <c>exit</c>, or null while there was none.</summary>
    public int? RequestedExitCode { get; private set; }

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() =>
        throw new NotSupportedException("This shell runs scripts; it has no prompt to nest.");

    public override void ExitNestedPrompt() =>
        throw new NotSupportedException("This shell runs scripts; it has no prompt to leave.");

    // A program that the script starts writes to the same terminal.
    public override void NotifyBeginApplication() => Console.HideProgress();

    public override void NotifyEndApplication()
    {
    }
}
