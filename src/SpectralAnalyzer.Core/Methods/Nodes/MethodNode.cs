namespace SpectralAnalyzer.Core.Methods.Nodes;

/// <summary>A value of a method file, with its place.</summary>
/// <param name="Line">The line, from 1; 0 for a value that is in no file.</param>
/// <param name="Column">The column, from 1; 0 for a value that is in no file.</param>
internal abstract record MethodNode(int Line, int Column)
{
    /// <summary>Returns the last line that a value begins in.</summary>
    internal int LastLine() => this switch
    {
        ListNode list => list.Items.Select(item => item.LastLine()).Append(Line).Max(),
        MapNode map => map.Entries.Select(entry => entry.Value.LastLine()).Append(Line).Max(),
        _ => Line,
    };
}

/// <summary>A text or a number.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsPlain">Whether it has no quotes, so that it may be a number or a switch.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal sealed record ScalarNode(string Text, bool IsPlain, int Line = 0, int Column = 0) : MethodNode(Line, Column)
{
    /// <summary>Whether it stands for no value.</summary>
    internal bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    /// <summary>Whether it is a word. PowerShell's words, which are in no file, may be in any case.</summary>
    internal bool Is(string word) =>
        word.Equals(Text, Line > 0 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}

/// <summary>A list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal sealed record ListNode(IReadOnlyList<MethodNode> Items, int Line = 0, int Column = 0) : MethodNode(Line, Column);

/// <summary>Values by key.</summary>
/// <param name="Entries">The keys with their values, in the order of the file.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal sealed record MapNode(IReadOnlyList<MethodEntry> Entries, int Line = 0, int Column = 0) : MethodNode(Line, Column)
{
    /// <summary>Returns the first value of a key, or null.</summary>
    internal MethodNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Is(key))?.Value;
}

/// <summary>A value that was refused already.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal sealed record RefusedNode(int Line, int Column) : MethodNode(Line, Column);

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record MethodEntry(ScalarNode Key, MethodNode Value)
{
    /// <summary>The text of the key.</summary>
    internal string Name => Key.Text;
}
