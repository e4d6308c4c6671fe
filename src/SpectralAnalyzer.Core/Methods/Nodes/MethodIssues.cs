namespace SpectralAnalyzer.Core.Methods.Nodes;

/// <summary>The faults found in a method so far.</summary>
internal sealed class MethodIssues
{
    private readonly List<MethodIssue> _issues = [];
    private readonly Stack<string> _path = new();

    /// <summary>The number of faults.</summary>
    internal int Count => _issues.Count;

    /// <summary>Returns the faults in the order of the file.</summary>
    internal IReadOnlyList<MethodIssue> InOrder() => [.. _issues.OrderBy(i => i.Line).ThenBy(i => i.Column)];

    /// <summary>Returns whether a fault was found in some lines.</summary>
    internal bool HasAny(int firstLine, int lastLine) => _issues.Any(i => i.Line >= firstLine && i.Line <= lastLine);

    /// <summary>
    /// Adds a fault at a value. For a value that is in no file, the message begins with the keys that lead to it.
    /// </summary>
    internal void Add(string id, MethodNode node, string message)
    {
        var keys = node.Line > 0 || _path.Count == 0 ? "" : string.Join('.', _path.Reverse()) + ": ";
        _issues.Add(new MethodIssue(id, node.Line, node.Column, keys + message));
    }

    /// <summary>Adds the fault that a value is not what it has to be.</summary>
    internal void AddInvalid(MethodNode node, string allowed)
    {
        if (node is not RefusedNode)
            Add(SpectralErrorIds.InvalidMethodValue, node, $"{Show(node)} is not allowed here. Allowed: {allowed}.");
    }

    /// <summary>Does work on the value of a key.</summary>
    internal void Within(string key, Action work)
    {
        _path.Push(key);
        work();
        _path.Pop();
    }

    private static string Show(MethodNode node) => node switch
    {
        ScalarNode { IsNull: true } => "No value",
        ScalarNode { IsPlain: true } scalar => $"'{Shorten(scalar.Text)}'",
        ScalarNode scalar => $"The text '{Shorten(scalar.Text)}'",
        ListNode => "A list",
        _ => "A group of keys",
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
