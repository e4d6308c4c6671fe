using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>
/// Binds the pages of a combined PDF: the table to the front, bookmarks, and the page numbers that readers show. Proves
/// afterwards that the file has all of it.
/// </summary>
/// <param name="Title">The title of the file.</param>
/// <param name="TablePages">The number of pages of the table, which are the last ones before, the first ones after.</param>
/// <param name="Bookmarks">The name of each graph, in the order of the pages.</param>
internal sealed record PdfBinding(string Title, int TablePages, IReadOnlyList<string> Bookmarks)
{
    private const string TableName = "Table";

    private static readonly string s_identifier = new('0', 16);
    private static readonly string[] s_identifiers = ["<xmpMM:DocumentID>uuid:", "<xmpMM:InstanceID>uuid:"];

    /// <summary>Writes the bound file.</summary>
    /// <param name="pages">Path of the file with the pages.</param>
    /// <param name="bound">The stream to write to and to read from; it is left open.</param>
    internal void Write(string pages, Stream bound)
    {
        using var document = PdfReader.Open(pages, PdfDocumentOpenMode.Modify);
        for (var i = 0; i < TablePages; i++)
            document.Pages.MovePage(Bookmarks.Count + i, i);
        document.Outlines.Add(TableName, document.Pages[0], opened: true);
        for (var i = 0; i < Bookmarks.Count; i++)
            document.Outlines.Add(Bookmarks[i], document.Pages[TablePages + i]);
        document.PageMode = PdfPageMode.UseOutlines;
        document.Internals.Catalog.Elements["/PageLabels"] = Labels(document);
        document.Info.Title = Title;
        document.Info.Creator = "SpectralAnalyzer.PS";
        document.Internals.FirstDocumentID = s_identifier;
        document.Internals.SecondDocumentID = s_identifier;
        document.Save(bound, closeStream: false);
        RemoveChance(bound);
    }

    // the library adds a date and random identifiers as it saves; without them, the same graphs give the same bytes
    private static void RemoveChance(Stream bound)
    {
        Overwrite(bound, "/ModDate(", ")", ' ', withMarks: true);
        foreach (var identifier in s_identifiers)
            Overwrite(bound, identifier, "<", '0', withMarks: false);
    }

    private static void Overwrite(Stream bound, string start, string end, char filler, bool withMarks)
    {
        byte[] mark = Encoding.ASCII.GetBytes(start), close = Encoding.ASCII.GetBytes(end), buffer = new byte[1 << 20];
        for (long at = 0; at < bound.Length; at += buffer.Length - 256)
        {
            bound.Position = at;
            var part = buffer.AsSpan(0, bound.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
            if (part.IndexOf(mark) is not (>= 0 and var found)
                || part[(found + mark.Length)..].IndexOf(close) is not (>= 0 and < 64 and var length))
                continue;
            var value = part.Slice(found + (withMarks ? 0 : mark.Length), length + (withMarks ? mark.Length + close.Length : 0));
            foreach (ref var sign in value)
                sign = withMarks || char.IsAsciiHexDigit((char)sign) ? (byte)filler : sign;
            bound.Position = at + found + (withMarks ? 0 : mark.Length);
            bound.Write(value);
        }
    }

    /// <summary>Verifies a bound file.</summary>
    /// <exception cref="SpectralException">A page, a bookmark or a link is not there.</exception>
    internal void Verify(string path)
    {
        try
        {
            using var document = PdfReader.Open(path, PdfDocumentOpenMode.Import);
            Check(document.PageCount == TablePages + Bookmarks.Count, "pages");
            Check(document.Pages.Cast<PdfPage>().All(page => page.Contents.Elements.Count > 0), "contents of its pages");
            PdfOutline[] outlines = [.. document.Outlines];
            Check(outlines.Select(o => o.Title).SequenceEqual(Bookmarks.Prepend(TableName)), "bookmarks");
            Check(
                outlines.Select(o => o.DestinationPage?.Reference).SequenceEqual(
                    Bookmarks.Select((_, i) => document.Pages[TablePages + i]).Prepend(document.Pages[0])
                        .Select(page => page.Reference)),
                "targets of its bookmarks");
        }
        catch (Exception e) when (e is PdfReaderException or InvalidOperationException)
        {
            throw Corrupt(path, e.Message);
        }

        void Check(bool holds, string what)
        {
            if (!holds)
                throw Corrupt(path, $"The {what} are not those that were written.");
        }
    }

    // readers show i, ii, … for the table and 1, 2, … for the graphs, as the pages do
    private PdfDictionary Labels(PdfDocument document)
    {
        var labels = new PdfDictionary(document);
        labels.Elements["/Nums"] = new PdfArray(
            document,
            new PdfInteger(0), Style("/r"),
            new PdfInteger(TablePages), Style("/D"));
        return labels;

        PdfDictionary Style(string name)
        {
            var style = new PdfDictionary(document);
            style.Elements["/S"] = new PdfName(name);
            return style;
        }
    }

    private static SpectralException Corrupt(string path, string why) => new(
        SpectralErrorIds.OutputCorrupt,
        SpectralErrorCategory.Write,
        $"The combined file '{path}' is damaged. {why}",
        "Check the state of the disk and its free space, and run again.");
}
