using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the languages that reports have texts in.</summary>
public sealed class ReportCultureCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words => SpectralReport.Languages.Select(
            name => new CompletionWord(name, System.Globalization.CultureInfo.GetCultureInfo(name).EnglishName));
    }
}
