using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Faults;

/// <summary>Faults that are caused for real: what was done before is whole, what cannot be done says why, nothing half is
/// left.</summary>
public sealed class FaultTests : IDisposable
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode Everything = ReadOnly | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_full_disk_fails_what_no_longer_fits_and_leaves_only_whole_files()
    {
        using var disk = SmallDisk.MountOrSkip(kilobytes: 256);
        var results = Run(_run.Options with
        {
            OutputDirectory = disk.Path,
            Formats = [GraphFormat.Png],
            Figure = new FigureOptions { Dpi = 100 },
        }, Files(40));
        var made = results.Where(r => r.Status == SpectralResultStatus.Succeeded).SelectMany(r => r.OutputPath).ToList();
        var failed = results.Where(r => r.Status == SpectralResultStatus.Failed).ToList();
        Assert.NotEmpty(made);
        Assert.NotEmpty(failed);
        Assert.All(failed,
            r => Assert.Equal(("DiskFull", SpectralErrorCategory.Resource, 1), (r.Error!.Id, r.Error.Category, r.Attempts)));
        AssertWhole(disk.Path, made);
    }

    [Fact]
    public void An_output_folder_that_becomes_read_only_fails_the_rest_and_keeps_what_was_made()
    {
        Directory.CreateDirectory(_run.Out);
        Protect(_run.Folder.Path, Everything);
        Protect(_run.Out, Everything);
        Nobody.Do(() =>
        {
            var results = RunAndMeanwhile(_run.Options, () => Nobody.Undo(() => Protect(_run.Out, ReadOnly)));
            var failed = Assert.Single(results, r => r.Status == SpectralResultStatus.Failed);
            Assert.Equal(("AccessDenied", SpectralErrorCategory.Permission), (failed.Error!.Id, failed.Error.Category));
        });
        Assert.Equal(3, Graphs(_run.Out).Length);
        Protect(_run.Out, Everything);
    }

    [Fact]
    public void An_output_folder_that_is_removed_midway_fails_the_rest_and_says_so()
    {
        var results = RunAndMeanwhile(_run.Options, () => Directory.Delete(_run.Out, recursive: true));
        var failed = Assert.Single(results, r => r.Status == SpectralResultStatus.Failed);
        Assert.Equal(("OutputDirectoryGone", SpectralErrorCategory.NotFound), (failed.Error!.Id, failed.Error.Category));
        Assert.False(Directory.Exists(_run.Out));
    }

    [Fact]
    public void An_output_folder_that_may_not_be_written_to_ends_the_batch_before_any_file()
    {
        Directory.CreateDirectory(_run.Out);
        Protect(_run.Folder.Path, Everything);
        Protect(_run.Out, ReadOnly);
        Nobody.Do(() =>
        {
            var error = Assert.Throws<SpectralException>(() => _run.Start(_run.Options)).Error;
            Assert.Equal(("OutputDirectoryUnusable", SpectralErrorCategory.Permission), (error.Id, error.Category));
        });
        Assert.Empty(Directory.EnumerateFileSystemEntries(_run.Out));
        Protect(_run.Out, Everything);
    }

    [Fact]
    public void A_file_that_may_not_be_read_fails_alone()
    {
        var secret = _run.Folder.Write("secret.test", "ok");
        var open = _run.Folder.Write("open.test", "ok");
        List<SpectralResult> results = [];
        Protect(_run.Folder.Path, Everything);
        Protect(secret, UnixFileMode.None);
        Nobody.Do(() => results = Run(_run.Options with { Formats = [] }, secret, open));
        var failed = results.Single(r => r.Path == secret);
        Assert.Equal(
            ("AccessDenied", SpectralErrorCategory.Permission, 1), (failed.Error!.Id, failed.Error.Category, failed.Attempts));
        Assert.Equal(SpectralResultStatus.Succeeded, results.Single(r => r.Path == open).Status);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_refused_with_the_same_id_by_every_door()
    {
        var engine = new SpectralEngine();
        var secret = _run.Folder.Write("secret.csv", "1,1\n2,2\n3,3\n");
        Protect(_run.Folder.Path, Everything);
        Protect(secret, UnixFileMode.None);
        Nobody.Do(() =>
        {
            using var session = engine.Normalization.Start(new NormalizationOptions { OwnRecipes = _run.Folder["recipes"] });
            Action[] doors =
            [
                () => engine.Read(secret, ReadOptions.Default, CancellationToken.None),
                () => session.Read(secret, ReadOptions.Default, CancellationToken.None),
                () => engine.Normalization.Fingerprint(secret, ReadOptions.Default),
                () => engine.Normalization.ShowRequest(
                    secret, ReadOptions.Default, new NormalizationOptions(), CancellationToken.None),
            ];
            Assert.All(doors, door => Assert.Equal("AccessDenied", Assert.Throws<SpectralException>(door).Error.Id));
            Assert.Equal(
                "AccessDenied", Assert.Single(engine.Inspect(secret, ReadOptions.Default, CancellationToken.None).Issues).Id);
        });
    }

    [Fact]
    public void A_file_that_is_deleted_while_it_waits_for_its_turn_fails_alone()
    {
        var waiting = _run.Folder.Write("a.test", "wait");
        var gone = _run.Folder.Write("b.test", "ok");
        var last = _run.Folder.Write("c.test", "ok");
        using var batch = _run.Start(_run.Options with { ThrottleLimit = 1 });
        Assert.True(batch.TryPost(new BatchInput(0, waiting)));
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        Assert.True(batch.TryPost(new BatchInput(1, gone)));
        Assert.True(batch.TryPost(new BatchInput(2, last)));
        File.Delete(gone);
        _run.Format.GoOn.Set();
        var results = _run.Run(batch);
        Assert.Equal("FileNotFound", results.Single(r => r.Path == gone).Error!.Id);
        Assert.Equal(2, results.Count(r => r.Status == SpectralResultStatus.Succeeded));
    }

    [Fact]
    public void A_file_that_another_program_holds_is_tried_again_and_then_fails()
    {
        var held = _run.Folder.Write("held.test", "ok");
        using var hold = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var result = Assert.Single(Run(_run.Options with { MaxRetries = 1 }, held));
        Assert.Equal(("FileInUse", SpectralErrorCategory.Busy, 2), (result.Error!.Id, result.Error.Category, result.Attempts));
    }

    [Fact]
    public void A_file_that_is_let_go_of_between_two_tries_succeeds()
    {
        var held = _run.Folder.Write("held.test", "ok");
        var hold = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var batch = _run.Start(_run.Options with { MaxRetries = 5 });
        Assert.True(batch.TryPost(new BatchInput(0, held)));
        // the first try has failed once there is something to take
        while (!batch.TryTake(out _))
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        hold.Dispose();
        var result = Assert.Single(_run.Run(batch));
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.True(result.Attempts > 1);
    }

    [Fact]
    public void A_directory_where_a_file_is_due_fails_alone()
    {
        Directory.CreateDirectory(_run.Folder["folder.test"]);
        var results = Run(_run.Options, _run.Folder["folder.test"], _run.Folder.Write("b.test", "ok"));
        Assert.Equal(
            [SpectralResultStatus.Failed, SpectralResultStatus.Succeeded], results.OrderBy(r => r.Index).Select(r => r.Status));
    }

    /// <summary>Runs three files to their end, does something, and runs a fourth that was being read meanwhile.</summary>
    private List<SpectralResult> RunAndMeanwhile(BatchOptions options, Action fault)
    {
        using var batch = _run.Start(options);
        for (var i = 0; i < 3; i++)
            Assert.True(batch.TryPost(new BatchInput(i, _run.Folder.Write($"s{i}.test", "ok"))));
        var results = new List<SpectralResult>();
        while (results.Count < 3)
        {
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            while (batch.TryTake(out var batchEvent))
            {
                if (batchEvent.Result is { } result)
                    results.Add(result);
            }
        }

        Assert.True(batch.TryPost(new BatchInput(3, _run.Folder.Write("late.test", "wait"))));
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        fault();
        _run.Format.GoOn.Set();
        results.AddRange(_run.Run(batch));
        Assert.Equal(4, results.Count);
        return results;
    }

    private List<SpectralResult> Run(BatchOptions options, params string[] files) => _run.Run(options, files);

    private string[] Files(int count) => [.. Enumerable.Range(0, count).Select(i => _run.Folder.Write($"s{i:D3}.test", "ok"))];

    private static void Protect(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has other permissions.");
        else
            File.SetUnixFileMode(path, mode);
    }

    private static string[] Graphs(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".svg" or ".png")];

    // the IEND chunk at the end (ISO/IEC 15948)
    private static void AssertWhole(string folder, List<string> expected)
    {
        Assert.Equal(expected.Order(), Graphs(folder).Order());
        Assert.All(
            expected, path => Assert.Equal([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], File.ReadAllBytes(path)[^8..]));
        Assert.Empty(Directory.EnumerateDirectories(folder));
    }
}
