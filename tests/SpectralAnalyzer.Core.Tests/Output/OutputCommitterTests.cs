using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Tests.Output;

public sealed class OutputCommitterTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempWorkspace _workspace;
    private readonly Spectrum _spectrum = Spectrum.FromSource([400, 500, 600], [1, 2, 3]);

    public OutputCommitterTests() => _workspace = TempWorkspace.Create(_folder.Path, keep: false);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_name_that_is_taken_meanwhile_is_replaced_and_reported_before_the_file_is_there()
    {
        var output = Prepare(ConflictResolution.AutoIncrement, out var committer);
        File.WriteAllText(_folder["a.csv"], "another process");
        var renamed = new List<(string Path, bool Exists)>();
        var committed = committer.Commit(output, o => renamed.Add((o.Target.Path, File.Exists(o.Target.Path))));
        Assert.Equal([(_folder["a_1.csv"], false)], renamed);
        Assert.Equal(_folder["a_1.csv"], committed!.Target.Path);
        Assert.Equal("another process", File.ReadAllText(_folder["a.csv"]));
        Assert.True(File.Exists(_folder["a_1.csv"]));
    }

    [Fact]
    public void A_name_that_is_taken_meanwhile_fails_or_is_skipped_as_the_user_wants()
    {
        var failing = Prepare(ConflictResolution.Fail, out var fails);
        var skipped = Prepare(ConflictResolution.Skip, out var skips);
        File.WriteAllText(_folder["a.csv"], "another process");
        var error = Assert.Throws<SpectralException>(() => fails.Commit(failing)).Error;
        Assert.Equal(SpectralErrorIds.OutputExists, error.Id);
        Assert.Null(skips.Commit(skipped));
        Assert.False(File.Exists(skipped.File.Path));
        Assert.Equal("another process", File.ReadAllText(_folder["a.csv"]));
    }

    [Theory]
    [InlineData(ConflictResolution.AutoIncrement)]
    [InlineData(ConflictResolution.Overwrite)]
    [InlineData(ConflictResolution.Skip)]
    [InlineData(ConflictResolution.Timestamp)]
    [InlineData(ConflictResolution.Fail)]
    public void What_another_run_has_made_of_the_same_spectrum_meanwhile_stays_and_is_reported(ConflictResolution resolution)
    {
        var output = Prepare(resolution, out var committer);
        File.WriteAllText(_folder["a.csv"], "the other run's");
        var made = FileStamps.Compute(_folder["a.csv"], TestContext.Current.CancellationToken);
        output = output with { Target = output.Target with { FindMade = (path, _) => path == made.Path ? made : null } };

        var committed = committer.Commit(output);

        Assert.Equal((true, made), (committed!.IsMade, committed.File));
        Assert.Equal("the other run's", File.ReadAllText(_folder["a.csv"]));
        Assert.False(File.Exists(output.File.Path));
        Assert.False(File.Exists(_folder["a_1.csv"]));
    }

    [Fact]
    public void A_file_that_was_damaged_in_the_workspace_gets_no_name()
    {
        var committer = new OutputCommitter(_workspace, ConflictResolution.Overwrite, t => t);
        Assert.Throws<SpectralException>(() =>
            committer.Prepare(Target(), new CutCsv(), new SpectrumContent(_spectrum), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(_folder["a.csv"]));
        Assert.Equal([TempWorkspace.LockName], Directory.GetFiles(_workspace.Folder).Select(Path.GetFileName));
    }

    private PreparedOutput Prepare(ConflictResolution resolution, out OutputCommitter committer)
    {
        committer = new OutputCommitter(_workspace, resolution, t => t with { Path = _folder["a_1.csv"], HasConflict = true });
        return committer.Prepare(
            Target(), new CsvFormat(), new SpectrumContent(_spectrum), TestContext.Current.CancellationToken);
    }

    private OutputTarget Target() => new(".csv", _folder["a.csv"], _folder["a.csv"], false, OutputNameAction.Create);

    private sealed class CutCsv : IVerifiedOutputFormat<SpectrumContent>
    {
        private readonly CsvFormat _csv = new();

        public OutputFormatInfo Info => _csv.Info;

        public void Write(SpectrumContent content, Stream stream, CancellationToken cancellationToken)
        {
            _csv.Write(content, stream, cancellationToken);
            stream.SetLength(stream.Length - 3);
        }

        public void Verify(SpectrumContent content, string path) => _csv.Verify(content, path);
    }
}
