using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Shell;

/// <summary>The command line, in the form that pwsh takes.</summary>
internal sealed partial record ShellArguments
{
    public const string Usage = """
        Runs PowerShell scripts with the module SpectralAnalyzer.PS imported, on a machine that has .NET but no pwsh.

          SpectralAnalyzer.Shell [-File] <script.ps1> [arguments of the script]
          SpectralAnalyzer.Shell -Command "<commands>"      (- reads them from the standard input)

          -NonInteractive                    nothing is asked: what needs an answer fails
          -NoProfile, -NoLogo                accepted; there is neither profile nor logo here
          -ExecutionPolicy <policy>          Windows: the policy for scripts (RemoteSigned)
          -Help                              this text

        Exit code: that of the script's 'exit', else 1 after a terminating error, else 0; with -Command also 1 where
        the last command failed; 130 after Ctrl+C.
        """;

    /// <summary>The text that is run; for a script file, its call.</summary>
    public string Command { get; init; } = "";

    public bool NonInteractive { get; init; }

    public string? ExecutionPolicy { get; init; }

    public bool ShowHelp { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <param name="args">As the process got it.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    public static ShellArguments Parse(IReadOnlyList<string> args, out string? problem)
    {
        problem = null;
        var parsed = new ShellArguments();
        for (var i = 0; i < args.Count; i++)
        {
            switch (OptionName(args[i]))
            {
                case "noprofile" or "nop" or "nologo" or "interactive" or "i":
                    break;
                case "noninteractive" or "noni":
                    parsed = parsed with { NonInteractive = true };
                    break;
                case "executionpolicy" or "ex" or "ep" when i + 1 < args.Count:
                    parsed = parsed with { ExecutionPolicy = args[++i] };
                    break;
                case "help" or "h" or "?":
                    return parsed with { ShowHelp = true };
                case "command" or "c" when i + 1 < args.Count:
                    var text = args[i + 1] == "-" ? Console.In.ReadToEnd() : string.Join(' ', args.Skip(i + 1));
                    return parsed with { Command = text };
                case "file" or "f" when i + 1 < args.Count:
                    return parsed.WithScript(args[i + 1], args.Skip(i + 2), ref problem);
                case null:
                    return parsed.WithScript(args[i], args.Skip(i + 1), ref problem);
                default:
                    problem = $"'{args[i]}' is not an option of this shell, or lacks its value.";
                    return parsed;
            }
        }

        return parsed with { ShowHelp = true };
    }

    private static string? OptionName(string argument)
    {
        var name = argument.TrimStart('-');
        return name.Length is var length && length > 0 && length < argument.Length && argument.Length - length <= 2
            ? name.ToLowerInvariant()
            : null;
    }

    private ShellArguments WithScript(string script, IEnumerable<string> arguments, ref string? problem)
    {
        var path = Path.GetFullPath(script);
        if (!File.Exists(path))
            problem = $"The script '{script}' does not exist.";
        else if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
            problem = $"'{script}' is not a PowerShell script: its name must end in .ps1.";

        // The 'exit n' of a script that is called only sets $LASTEXITCODE and makes $? false: it is passed on.
        var call = string.Join(' ', arguments.Select(ToArgument).Prepend($"& {Quote(path)}"));
        return this with { Command = call + "; if (-not $? -and $global:LASTEXITCODE) { exit $global:LASTEXITCODE }; $null" };
    }

    // '-Name' is a parameter that takes what follows, '-Name:value' has its value, everything else is a value: as pwsh -File has it.
    private static string ToArgument(string argument)
    {
        if (ParameterPattern().Match(argument) is not { Success: true } parameter)
            return Quote(argument);
        var value = parameter.Groups["value"];
        return !value.Success ? argument
            : value.Value.ToLowerInvariant() is "$true" or "$false" ? argument
            : parameter.Groups["name"].Value + ":" + Quote(value.Value);
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^(?<name>-[\p{L}_]\w*)(:(?<value>.*))?$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex ParameterPattern();
}
