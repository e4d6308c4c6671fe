using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace SpectralAnalyzer.Shell;

/// <summary>Asks the user, where there is one: for the values of mandatory parameters, and for confirmation.</summary>
internal sealed class Questions(bool nonInteractive)
{
    private bool CanAsk => !nonInteractive && Environment.UserInteractive;

    public string ReadLine()
    {
        RequireUser("a line of input");
        return Console.In.ReadLine() ?? "";
    }

    public SecureString ReadSecret()
    {
        RequireUser("a secret");
        var secret = new SecureString();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }

        Console.Out.WriteLine();
        return secret;
    }

    public Dictionary<string, PSObject> AskFields(
        string caption, string message, Collection<FieldDescription> fields)
    {
        RequireUser("values for " + string.Join(", ", fields.Select(field => field.Name)));
        Show(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var field in fields)
        {
            var isList = field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal);
            answers[field.Name] = PSObject.AsPSObject(isList ? AskList(field.Name) : AskOne(field.Name));
        }

        return answers;
    }

    public int AskChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireUser("a choice");
        Show(caption, message);
        var hotKeys = choices.Select(HotKey).ToArray();
        while (true)
        {
            for (var i = 0; i < choices.Count; i++)
                Console.Out.Write($"[{hotKeys[i]}] {choices[i].Label.Replace("&", "", StringComparison.Ordinal)}  ");
            Console.Out.Write(defaultChoice >= 0 ? $"(default is \"{hotKeys[defaultChoice]}\"): " : ": ");
            if (Console.In.ReadLine()?.Trim() is not { } answer)
                throw new HostException("The input ended before a choice was made.");
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            var chosen = Array.FindIndex(hotKeys, key => key.Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen < 0)
                chosen = choices.ToList().FindIndex(choice => choice.Label.Replace("&", "", StringComparison.Ordinal).Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0)
                return chosen;
        }
    }

    private static string HotKey(ChoiceDescription choice)
    {
        var at = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return at >= 0 && at + 1 < choice.Label.Length ? choice.Label[(at + 1)..(at + 2)].ToUpperInvariant() : choice.Label;
    }

    private static string AskOne(string name)
    {
        Console.Out.Write(name + ": ");
        return Console.In.ReadLine() ?? "";
    }

    private static string[] AskList(string name)
    {
        var values = new List<string>();
        while (AskOne($"{name}[{values.Count}]") is { Length: > 0 } value)
            values.Add(value);
        return [.. values];
    }

    private static void Show(string caption, string message)
    {
        foreach (var line in (string[])[caption, message])
        {
            if (!string.IsNullOrEmpty(line))
                Console.Out.WriteLine(line);
        }
    }

    private void RequireUser(string what)
    {
        if (!CanAsk)
            throw new HostException($"The shell runs with -NonInteractive and cannot ask for {what}.");
    }
}
