using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace SpectralAnalyzer.Shell;

/// <summary>
/// Prints the streams as pwsh prints them: errors to the standard error stream, all else to the standard output; colours
/// and progress only where a terminal shows them.
/// </summary>
internal sealed class ShellUserInterface(bool nonInteractive) : PSHostUserInterface
{
    // Several threads write: the pipeline's, and those that a script starts.
    private readonly Lock _gate = new();
    private readonly ProgressLine? _progress = Terminal.ErrorIsLive ? new ProgressLine(Console.Error) : null;
    private readonly Questions _questions = new(nonInteractive);
    private bool _toError;

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    public override bool SupportsVirtualTerminal => Terminal.OutputIsLive;

    public override void Write(string value) => Print(Console.Out, value, Terminal.OutputIsLive);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        lock (_gate)
        {
            if (Terminal.OutputIsLive)
            {
                Console.ForegroundColor = foregroundColor;
                if (backgroundColor >= 0)
                    Console.BackgroundColor = backgroundColor;
            }

            Write(value);
            if (Terminal.OutputIsLive)
                Console.ResetColor();
        }
    }

    public override void WriteLine(string value)
    {
        if (_toError)
            WriteErrorLine(value);
        else
            Print(Console.Out, value + Environment.NewLine, Terminal.OutputIsLive);
    }

    public override void WriteErrorLine(string value) => PrintStyled(Console.Error, FormatStyle.Error, value, Terminal.ErrorIsLive);

    public override void WriteWarningLine(string message) =>
        PrintStyled(Console.Out, FormatStyle.Warning, "WARNING: " + message, Terminal.OutputIsLive);

    public override void WriteVerboseLine(string message) =>
        PrintStyled(Console.Out, FormatStyle.Verbose, "VERBOSE: " + message, Terminal.OutputIsLive);

    public override void WriteDebugLine(string message) =>
        PrintStyled(Console.Out, FormatStyle.Debug, "DEBUG: " + message, Terminal.OutputIsLive);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
            _progress?.Show(record);
    }

    /// <summary>Takes the line of progress away until it is written again.</summary>
    public void HideProgress()
    {
        lock (_gate)
            _progress?.Hide();
    }

    /// <summary>Sends the lines that an action prints to the standard error stream.</summary>
    /// <param name="action">It prints the error that ended the run.</param>
    public void PrintToError(Action action)
    {
        _toError = true;
        action();
        _toError = false;
    }

    public override string ReadLine()
    {
        HideProgress();
        return _questions.ReadLine();
    }

    public override SecureString ReadLineAsSecureString()
    {
        HideProgress();
        return _questions.ReadSecret();
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        HideProgress();
        return _questions.AskFields(caption, message, descriptions);
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        HideProgress();
        return _questions.AskChoice(caption, message, choices, defaultChoice);
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new NotSupportedException("This shell does not ask for credentials.");

    private void PrintStyled(TextWriter writer, FormatStyle style, string text, bool isLive)
    {
        var start = GetFormatStyleString(style);
        Print(writer, isLive && start.Length > 0 ? start + text + PSStyle.Instance.Reset + Environment.NewLine : text + Environment.NewLine, isLive);
    }

    private void Print(TextWriter writer, string? text, bool isLive)
    {
        lock (_gate)
        {
            _progress?.Hide();
            writer.Write(GetOutputString(text, isLive));
        }
    }
}
