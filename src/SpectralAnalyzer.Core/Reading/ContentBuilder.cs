using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Builds the spectra and the report from what a format has decoded.</summary>
internal static class ContentBuilder
{
    private const int MostSpectra = 100_000;

    /// <summary>Builds the content of a file.</summary>
    /// <param name="format">The format's name.</param>
    /// <param name="source">The file.</param>
    /// <param name="options">What the user states: unit and ordinate win over what the file says.</param>
    /// <param name="drafts">The spectra, in the file's order.</param>
    /// <param name="checks">What was checked; what the numbers themselves show is added.</param>
    /// <exception cref="SpectralException">There is no spectrum, one has no point, or an x is not a finite number.</exception>
    public static SpectralFileContent Build(
        string format, SpectralSource source, ReadOptions options, IReadOnlyList<SpectrumDraft> drafts, ReadingChecks checks)
    {
        RequireCount(drafts.Count, format);
        if (drafts.Count == 0)
            throw Refused(SpectralErrorIds.NoData, $"The {format} file has no spectrum.");
        var stated = drafts.Select(draft => ApplyOptions(draft, options)).ToArray();
        var ordinates = OrdinateScale.Resolve([.. stated.Select(draft => draft.Ordinate)], [.. stated.Select(draft => draft.Y)],
            checks.Add);
        for (var i = 0; i < stated.Length; i++)
            stated[i] = stated[i] with { Ordinate = ordinates[i] };
        var names = DistinctNames.OfSeries([.. stated.Select(draft => draft.Series)]);
        for (var i = 0; i < stated.Length; i++)
            Inspect(stated[i], names[i], checks);

        var spectra = new Spectrum[stated.Length];
        for (var i = 0; i < stated.Length; i++)
        {
            var draft = stated[i];
            spectra[i] = Spectrum.FromSource(draft.X, draft.Y, new SpectrumDescription
            {
                Name = names[i] ?? source.Name,
                Path = source.Path,
                Series = names[i],
                SeriesIndex = i,
                Axis = draft.Axis,
                Ordinate = draft.Ordinate,
                Metadata = draft.Metadata,
                Confidence = checks.Confidence,
            });
        }

        var first = spectra[0];
        var report = new SpectralFileReport
        {
            Path = source.Path,
            IsValid = true,
            Format = format,
            SpectrumCount = spectra.Length,
            PointCount = first.Count,
            XUnit = first.Axis.Unit,
            Ordinate = first.Ordinate.Kind,
            XUnitInferred = first.Axis.IsInferred,
            OrdinateInferred = first.Ordinate.IsInferred || first.Ordinate.IsScaleInferred,
            XMin = first.XMin,
            XMax = first.XMax,
            XDescending = first.SourceOrder == SourceOrder.Descending,
            Confidence = checks.Confidence,
            Evidence = [.. checks.Evidence],
            Metadata = first.Metadata,
            Issues = [.. checks.Issues],
            Length = source.FileLength,
        };
        return new SpectralFileContent { Report = report, Spectra = spectra };
    }

    /// <summary>Refuses a file that states more spectra than any that is read: before a point of them is.</summary>
    /// <param name="count">How many it states.</param>
    /// <param name="format">The format's name.</param>
    /// <exception cref="SpectralException"><c>UnsupportedContent</c>.</exception>
    public static void RequireCount(long count, string format)
    {
        if (count <= MostSpectra)
            return;
        throw new SpectralException(
            SpectralErrorIds.UnsupportedContent,
            SpectralErrorCategory.Unsupported,
            Invariant(
                $"The {format} file is not read: it states {count} spectra, more than the {MostSpectra} that a file may have."),
            "Export the spectra in smaller files, or as text.");
    }

    private static SpectrumDraft ApplyOptions(SpectrumDraft draft, ReadOptions options) => draft with
    {
        Axis = options.XUnit is { } unit ? draft.Axis with { Unit = unit, IsInferred = false } : draft.Axis,
        Ordinate = options.Ordinate is { } kind
            ? new SpectralOrdinate(kind, UnitWords.LabelOf(kind, draft.Ordinate.Label))
            : draft.Ordinate,
    };

    private static void Inspect(SpectrumDraft draft, string? name, ReadingChecks checks)
    {
        var of = name is null ? "" : $"{name}: ";
        if (draft.X.Length == 0)
            throw Refused(SpectralErrorIds.NoData, $"{of}There are no points.");
        if (draft.X.Any(x => !double.IsFinite(x)))
            throw Refused(SpectralErrorIds.InvalidNumber, $"{of}An x value is not a finite number.");
        bool rises = true, falls = true;
        var missing = 0;
        for (var i = 0; i < draft.X.Length; i++)
        {
            rises &= i == 0 || draft.X[i] >= draft.X[i - 1];
            falls &= i == 0 || draft.X[i] <= draft.X[i - 1];
            if (!double.IsFinite(draft.Y[i]))
                missing++;
        }

        if (!rises && !falls)
            checks.Warn(SpectralIssueIds.UnsortedX, $"{of}x goes both ways in the file; the points are kept and sorted by x.");
        if (missing > 0)
            checks.Warn(SpectralIssueIds.MissingValues, Invariant($"{of}{missing} of {draft.Y.Length} y values are missing."));
        foreach (var issue in OrdinateIssues.Find(draft.Y, draft.Ordinate.Kind, of))
            checks.Add(issue);
    }

    private static SpectralException Refused(string id, string message) =>
        new(id, SpectralErrorCategory.InvalidData, message, "Export the spectrum again.");
}
