namespace SpectralAnalyzer.Core.Tests.Libraries;

/// <summary>A library keeps what it was given, and is whole or refused.</summary>
public sealed class LibraryFileTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_library_has_what_was_added_and_not_what_was_removed()
    {
        var made = _folder.Make(MadeUpSubstances.Many(12));
        var extended = _folder.Extend([MadeUpSubstances.Create(50)]);
        var removed = LibraryFolder.Libraries.Remove(_folder.Path, [1, 3], CancellationToken.None);

        Assert.Equal((12, 13, 11), (made.Count, extended.Count, removed.Count));
        Assert.Equal(
            ["substance 1", "substance 3", "substance 4", "substance 5", "substance 6", "substance 7", "substance 8",
                "substance 9", "substance 10", "substance 11", "substance 50"],
            LibraryFolder.Libraries.ReadItems(_folder.Path).Select(item => item.Name));
        Assert.Equal("substance 50", _folder.Find(new SpectralSearchOptions(), MadeUpSubstances.Create(50)).Single().Name);
        Assert.NotEqual(made.Sha256, removed.Sha256);
        Assert.Equal([_folder.Path], Directory.EnumerateFileSystemEntries(_folder.Folder));
    }

    [Fact]
    public void A_stored_spectrum_comes_back_to_seven_digits()
    {
        var spectrum = MadeUpSubstances.Create(7);
        _folder.Make([.. MadeUpSubstances.Many(3), spectrum]);

        var stored = _folder.Find(new SpectralSearchOptions { Top = 1 }, spectrum).Single().Hits.Single().Spectrum;

        Assert.Equal(spectrum.X, stored.X);
        var height = spectrum.Y.Max();
        Assert.All(spectrum.Y.Zip(stored.Y), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1e-7 * height));
    }

    [Theory]
    [InlineData(0, "NotALibrary")]
    [InlineData(14, "LibraryDamaged")]
    [InlineData(60, "LibraryDamaged")]
    [InlineData(5000, "LibraryDamaged")]
    [InlineData(-20, "LibraryDamaged")]
    [InlineData(-3000, "LibraryDamaged")]
    public void A_byte_that_changed_is_noticed(int place, string id)
    {
        _folder.Make(MadeUpSubstances.Many(12));
        var bytes = File.ReadAllBytes(_folder.Path);
        bytes[place < 0 ? bytes.Length + place : place] ^= 0x10;
        File.WriteAllBytes(_folder.Path, bytes);

        Assert.Equal(id, Refused(() => _folder.Find(new SpectralSearchOptions(), MadeUpSubstances.Create(1))));
    }

    [Theory]
    [InlineData(3, "NotALibrary")]
    [InlineData(40, "LibraryDamaged")]
    [InlineData(4096, "LibraryDamaged")]
    [InlineData(20000, "LibraryDamaged")]
    public void A_torn_library_is_refused(int length, string id)
    {
        _folder.Make(MadeUpSubstances.Many(12));
        using (var stream = File.OpenWrite(_folder.Path))
            stream.SetLength(length);

        Assert.Equal(id, Refused(() => LibraryFolder.Libraries.Read(_folder.Path)));
    }

    [Fact]
    public void A_newer_version_is_refused_by_its_number()
    {
        _folder.Make(MadeUpSubstances.Many(3));
        var bytes = File.ReadAllBytes(_folder.Path);
        bytes[8] = 2;
        File.WriteAllBytes(_folder.Path, bytes);

        Assert.Equal("LibraryVersionUnsupported", Refused(() => LibraryFolder.Libraries.Read(_folder.Path)));
    }

    [Fact]
    public void Without_a_commit_nothing_is_left()
    {
        using (var writer = LibraryFolder.Libraries.Create(_folder.Path, new SpectralLibraryOptions()))
            writer.Add(MadeUpSubstances.Create(1), CancellationToken.None);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Folder));
    }

    [Fact]
    public void Of_two_that_change_a_library_at_once_the_second_is_refused()
    {
        _folder.Make(MadeUpSubstances.Many(3));
        using var first = LibraryFolder.Libraries.Extend(_folder.Path, new SpectralLibraryNaming(), CancellationToken.None);
        first.Add(MadeUpSubstances.Create(10), CancellationToken.None);
        _folder.Extend([MadeUpSubstances.Create(11)]);

        Assert.Equal("LibraryChanged", Refused(() => first.Commit(overwrite: true, CancellationToken.None)));
        Assert.Equal(4, LibraryFolder.Libraries.Read(_folder.Path).Count);
    }

    [Fact]
    public void Nothing_is_left_of_a_library_without_spectra()
    {
        _folder.Make(MadeUpSubstances.Many(2));

        Assert.Equal(
            "LibraryEmpty", Refused(() => LibraryFolder.Libraries.Remove(_folder.Path, [1, 2], CancellationToken.None)));
        Assert.Equal(2, LibraryFolder.Libraries.Read(_folder.Path).Count);
    }

    [Fact]
    public void A_spectrum_without_shape_or_with_a_gap_is_refused_and_the_others_stay()
    {
        var x = MadeUpSubstances.Create(0).X;
        using var writer = LibraryFolder.Libraries.Create(_folder.Path, new SpectralLibraryOptions());
        writer.Add(MadeUpSubstances.Create(1), CancellationToken.None);
        var gap = MadeUpSubstances.Create(2).Y;
        gap[100] = double.NaN;

        Assert.Equal("LibraryItemUnusable", Refused(
            () => writer.Add(LibraryFolder.Make("flat", x, new double[x.Length]), CancellationToken.None)));
        Assert.Equal("LibraryItemUnusable", Refused(
            () => writer.Add(LibraryFolder.Make("gap", x, gap), CancellationToken.None)));
        var elsewhere = LibraryFolder.Make("elsewhere", [.. x.Select(v => v + 10_000)], MadeUpSubstances.Create(3).Y);
        Assert.Equal("NoOverlap", Refused(() => writer.Add(elsewhere, CancellationToken.None)));
        Assert.Equal(1, writer.Commit(overwrite: false, CancellationToken.None).Count);
    }

    [Fact]
    public void The_grid_can_be_stated()
    {
        var library = _folder.Make(
            MadeUpSubstances.Many(3), new SpectralLibraryOptions { XRange = new SpectralRange(600, 1000), Step = 2.5 });

        Assert.Equal((161, 600, 1000), (library.PointCount, library.XMin, library.XMax));
    }

    [Fact]
    public void A_query_is_prepared_as_the_library_was()
    {
        var engine = new SpectralEngine();
        SpectralStep[] steps =
        [
            engine.Processing.CreateStep("crop", new[] { 700, 1500 }), engine.Processing.CreateStep("normalize", "snv"),
        ];
        var library = _folder.Make(
            MadeUpSubstances.Many(12),
            new SpectralLibraryOptions { Method = new SpectralMethod { Name = "identity", Steps = steps } });
        var raw = MadeUpSubstances.Create(4);
        var prepared = engine.Processing.Start(steps, null, _folder.Folder, CancellationToken.None)(raw);

        var matches = _folder.Find(new SpectralSearchOptions(), raw, prepared);

        Assert.Equal("identity", library.Method?.Name);
        Assert.Equal((700, 1500), (library.XMin, library.XMax));
        Assert.All(matches, match => Assert.Equal("substance 4", match.Name));
        Assert.Equal(matches[0].Spectrum.Y, matches[1].Spectrum.Y);
    }

    [Fact]
    public void Names_and_properties_come_from_a_table()
    {
        var table = Path.Combine(_folder.Folder, "properties.csv");
        File.WriteAllText(
            table,
            "File;Name;CAS\nsubstance 0;water;7732-18-5\n\"substance 1\";\"ethanol; dry\";64-17-5\nnobody;x;y\n");
        using var writer = LibraryFolder.Libraries.Create(
            _folder.Path, new SpectralLibraryOptions { Naming = new SpectralLibraryNaming { PropertyPath = table } });
        foreach (var spectrum in MadeUpSubstances.Many(3))
            writer.Add(spectrum, CancellationToken.None);
        writer.Commit(overwrite: false, CancellationToken.None);

        var items = LibraryFolder.Libraries.ReadItems(_folder.Path).ToArray();
        Assert.Equal(["water", "ethanol; dry", "substance 2"], items.Select(item => item.Name));
        Assert.Equal("64-17-5", items[1].Properties["CAS"]);
        Assert.Contains("nobody", Assert.Single(writer.Warnings), StringComparison.Ordinal);
    }

    private static string Refused(Action action) => Assert.Throws<SpectralException>(action).Error.Id;
}
