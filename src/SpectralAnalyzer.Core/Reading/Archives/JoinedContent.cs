namespace SpectralAnalyzer.Core.Reading.Archives;

/// <summary>
/// Joins what was read from the parts of a file (members of an archive, sheets of a workbook) to the content of the file.
/// </summary>
/// <param name="format">The format of the file.</param>
/// <param name="source">The file.</param>
/// <param name="part">What a part is called, for messages: <c>file</c>, <c>sheet</c>.</param>
internal sealed class JoinedContent(FormatDescriptor format, SpectralSource source, string part)
{
    // a part below this confidence does not spoil the others: it is left out, as a file of its own would be refused
    private const double Least = 0.5;
    private const int MostNamed = 5;
    private readonly List<(string Name, SpectralFileContent Content)> _read = [];
    private readonly List<(string Name, SpectralError Error)> _leftOut = [];

    /// <summary>Gets the highest confidence that the format allows.</summary>
    internal double Most { get; init; } = 1;

    /// <summary>Gets what the user should know of the format.</summary>
    internal IReadOnlyList<SpectralFileIssue> Remarks { get; init; } = [];

    /// <summary>Reads a part; one that cannot be read is left out with the reason.</summary>
    internal void Add(string name, Func<SpectralFileContent> read)
    {
        try
        {
            var content = read();
            _read.Add((name, content));
            ContentBuilder.RequireCount(_read.Sum(entry => (long)entry.Content.Spectra.Count), format.Name);
        }
        catch (SpectralException e) when (e.Error.Id is not SpectralErrorIds.FileTooLarge)
        {
            _leftOut.Add((name, e.Error));
        }
    }

    /// <summary>Returns the spectra of all parts, named by the parts where there are several, with one report.</summary>
    /// <exception cref="SpectralException">No part could be read.</exception>
    internal SpectralFileContent ToContent()
    {
        if (_read.Count == 0)
            throw NothingRead();
        LeaveOutUncertain();
        var isOne = _read.Count == 1 && _leftOut.Count == 0;
        var leastSure = _read.MinBy(entry => entry.Content.Report.Confidence);
        var spectra = _read.SelectMany(entry => entry.Content.Spectra.Select(spectrum => (entry.Name, spectrum))).ToArray();
        var names = DistinctNames.OfSeries(
            [.. spectra.Select(s => _read.Count == 1 ? s.spectrum.Series : SeriesOf(s.Name, s.spectrum.Series))]);
        var first = _read[0].Content.Report;
        var report = first with
        {
            Format = format.Name,
            SpectrumCount = spectra.Length,
            Encoding = null,
            Delimiter = null,
            DecimalMark = null,
            Confidence = Math.Min(Most, leastSure.Content.Report.Confidence),
            Evidence = [new LayoutEvidence(format.Evidence, 0), .. leastSure.Content.Report.Evidence],
            Layout = _read.Count == 1 ? first.Layout : null,
            RunnerUp = _read.Count == 1 ? first.RunnerUp : null,
            Issues = [.. Remarks, .. LeftOut(), .. _read.SelectMany(entry => entry.Content.Report.Issues.Select(issue => isOne
                ? issue
                : issue with { Message = $"{entry.Name}: {issue.Message}" }))],
        };
        return new SpectralFileContent
        {
            Report = report,
            Spectra = [.. spectra.Select((s, i) => Rename(s.spectrum, names[i], i))],
        };
    }

    private Spectrum Rename(Spectrum spectrum, string? series, int index) =>
        Spectrum.FromSource(spectrum.SourceX, spectrum.SourceY, new SpectrumDescription
        {
            Name = series ?? spectrum.Name,
            Path = source.Path,
            Series = series,
            SeriesIndex = index,
            Axis = spectrum.Axis,
            Ordinate = spectrum.Ordinate,
            Metadata = spectrum.Metadata,
            Layout = spectrum.Layout,
            Confidence = Math.Min(Most, spectrum.Confidence),
        });

    private void LeaveOutUncertain()
    {
        if (_read.All(entry => entry.Content.Report.Confidence < Least))
            return;
        foreach (var (name, content) in _read.Where(entry => entry.Content.Report.Confidence < Least).ToArray())
        {
            _leftOut.Add((name, new SpectralError(
                SpectralErrorIds.UncertainLayout, SpectralErrorCategory.InvalidData, "The layout is uncertain.")));
            _read.Remove((name, content));
        }
    }

    // a remark beside the spectra
    private static bool HasNoTable((string Name, SpectralError Error) entry) =>
        entry.Error.Id is SpectralErrorIds.NoNumbers or SpectralErrorIds.EmptyFile;

    private static string SeriesOf(string name, string? series) => series is null ? name : $"{name}: {series}";

    private IEnumerable<SpectralFileIssue> LeftOut() => _leftOut.Count == 0 ? [] :
    [
        new SpectralFileIssue(
            _leftOut.All(HasNoTable) ? IssueSeverity.Information : IssueSeverity.Warning,
            SpectralIssueIds.OtherBlocks,
            Invariant($"{_leftOut.Count} of {_read.Count + _leftOut.Count} {part}s in it are not read: ")
                + string.Join(", ", _leftOut.Take(MostNamed).Select(entry => $"'{entry.Name}' ({entry.Error.Id})"))
                + (_leftOut.Count > MostNamed ? ", …" : ".")),
    ];

    private SpectralException NothingRead()
    {
        if (_leftOut.Count == 0)
        {
            return new SpectralException(
                SpectralErrorIds.NoData, SpectralErrorCategory.InvalidData, $"The {format.Name} has no {part}.", format.Advice);
        }

        var (name, error) = _leftOut[0];
        return new SpectralException(
            error with
            {
                Message = _leftOut.Count == 1
                    ? $"The {part} '{name}' in the {format.Name} cannot be read. {error.Message}"
                    : Invariant($"None of the {_leftOut.Count} {part}s in the {format.Name} can be read. ")
                        + $"'{name}': {error.Message}",
            });
    }
}
