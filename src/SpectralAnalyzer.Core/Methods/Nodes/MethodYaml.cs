using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpectralAnalyzer.Core.Methods.Nodes;

/// <summary>Reads and writes YAML, of which JSON is a part. Anchors, aliases and tags are refused; nothing is expanded.</summary>
internal static class MethodYaml
{
    private const int MaxDepth = 16;
    private const int MaxNodes = 20_000;

    /// <summary>Reads a text.</summary>
    /// <returns>The value of the document; null where the text is not valid YAML.</returns>
    internal static MethodNode? Read(string text, MethodIssues issues)
    {
        var reading = new Reading(new Parser(new StringReader(text)), issues);
        try
        {
            return reading.Document();
        }
        catch (YamlException e)
        {
            // what is not closed is noticed at the end of the file; it is to be mended where it begins
            var (line, column) = ((int)e.End.Line, (int)e.End.Column);
            if (line > text.TrimEnd().Count(c => c == '\n') + 1 && reading.Innermost is { } open)
                (line, column) = open;
            issues.Add(
                SpectralErrorIds.InvalidMethodSyntax, new RefusedNode(line, column),
                $"This is not valid YAML: {FirstSentence(e)} Check indentation, colons, quotes and brackets.");
            return null;
        }
    }

    /// <summary>Writes a map: its keys on lines of their own down to the second level, the rest in braces.</summary>
    internal static string Write(MapNode root)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings().WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, true));
        Emit(emitter, root, 0, isItem: false);
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static string FirstSentence(YamlException e)
    {
        var message = e.InnerException?.Message ?? e.Message;
        message = message[(message.IndexOf("): ", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)..].Trim();
        return message.EndsWith('.') ? message : message + ".";
    }

    private static void Emit(Emitter emitter, MethodNode node, int depth, bool isItem)
    {
        switch (node)
        {
            case ScalarNode scalar:
                emitter.Emit(new Scalar(
                    null, null, scalar.Text, scalar.IsPlain ? ScalarStyle.Plain : ScalarStyle.SingleQuoted, true, true));
                break;
            case ListNode list:
                emitter.Emit(new SequenceStart(
                    null, null, true,
                    depth <= 1 && list.Items.Any(item => item is MapNode) ? SequenceStyle.Block : SequenceStyle.Flow));
                foreach (var item in list.Items)
                    Emit(emitter, item, depth + 1, isItem: true);
                emitter.Emit(new SequenceEnd());
                break;
            case MapNode map:
                // the key of a step, which is an item of a list, is not in braces
                emitter.Emit(new MappingStart(
                    null, null, true, depth <= 1 || (depth == 2 && isItem) ? MappingStyle.Block : MappingStyle.Flow));
                foreach (var entry in map.Entries)
                {
                    Emit(emitter, entry.Key, depth + 1, isItem: false);
                    Emit(emitter, entry.Value, depth + 1, isItem: false);
                }

                emitter.Emit(new MappingEnd());
                break;
        }
    }

    /// <summary>The reading of one document.</summary>
    private sealed class Reading(Parser parser, MethodIssues issues)
    {
        private readonly Stack<(int Line, int Column)> _open = new();
        private int _nodes;

        /// <summary>The place of the innermost list or group that is not closed yet.</summary>
        internal (int Line, int Column)? Innermost => _open.TryPeek(out var place) ? place : null;

        internal MethodNode? Document()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                issues.Add(SpectralErrorIds.InvalidMethodSyntax, new RefusedNode(1, 1), "The file is empty.");
                return null;
            }

            var root = Node(0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                issues.Add(
                    SpectralErrorIds.InvalidMethodSyntax, At(second!),
                    "The file has a second document; a method is one document.");
            }

            return root;
        }

        private MethodNode Node(int depth)
        {
            if (++_nodes > MaxNodes || depth > MaxDepth)
            {
                var mark = parser.Current!.Start;
                throw new YamlException(
                    mark, mark, _nodes > MaxNodes ? "There are too many values." : "The values are nested too deeply.");
            }

            if (parser.TryConsume<AnchorAlias>(out var alias))
                return Refuse(alias!, "Aliases (*name) are not supported; state the value itself.");
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
                issues.Add(SpectralErrorIds.InvalidMethodSyntax, At(anchored), "Anchors (&name) are not supported.");
            if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
                issues.Add(SpectralErrorIds.InvalidMethodSyntax, At(tagged), "Tags (!name) are not supported.");
            if (parser.TryConsume<Scalar>(out var scalar))
            {
                var (line, column) = Place(scalar!);
                return new ScalarNode(scalar!.Value, scalar.Style == ScalarStyle.Plain, line, column);
            }

            if (parser.TryConsume<SequenceStart>(out var list))
            {
                var (line, column) = Place(list!);
                _open.Push((line, column));
                var items = new List<MethodNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(Node(depth + 1));
                _open.Pop();
                return new ListNode(items, line, column);
            }

            return Map(parser.Consume<MappingStart>(), depth);
        }

        private MapNode Map(MappingStart start, int depth)
        {
            var (line, column) = Place(start);
            _open.Push((line, column));
            var entries = new List<MethodEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is ScalarNode name)
                    entries.Add(new MethodEntry(name, value));
                else if (key is not RefusedNode)
                    issues.Add(SpectralErrorIds.InvalidMethodSyntax, key, "A key is a word, not a list or a group.");
            }

            _open.Pop();
            return new MapNode(entries, line, column);
        }

        private RefusedNode Refuse(ParsingEvent at, string message)
        {
            var node = At(at);
            issues.Add(SpectralErrorIds.InvalidMethodSyntax, node, message);
            return node;
        }

        private static RefusedNode At(ParsingEvent e)
        {
            var (line, column) = Place(e);
            return new RefusedNode(line, column);
        }

        private static (int Line, int Column) Place(ParsingEvent e) => ((int)e.Start.Line, (int)e.Start.Column);
    }
}
