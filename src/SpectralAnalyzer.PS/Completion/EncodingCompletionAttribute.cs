using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of encodings.</summary>
public sealed class EncodingCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("utf8", "UTF-8, with or without byte order mark", "utf-8", "utf8BOM", "utf8NoBOM"),
            new("unicode", "UTF-16, little endian", "utf-16", "utf-16LE"),
            new("bigendianunicode", "UTF-16, big endian", "utf-16BE"),
            new("utf32", "UTF-32, little endian", "utf-32"),
            new("bigendianutf32", "UTF-32, big endian", "utf-32BE"),
            new("ascii", "ASCII", "us-ascii"),
            new("ansi", "The code page of Windows for the language of the session"),
            new("oem", "The code page of MS-DOS for the language of the session; UTF-8 on Linux and macOS"),
            new("latin1", "ISO 8859-1, Western European", "iso-8859-1"),
            new("windows-1252", "Windows, Western European", "1252", "cp1252"),
            new("shift_jis", "Japanese", "932", "cp932", "sjis"),
            new("gb18030", "Chinese", "54936"),
        ];
    }
}
