using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Tests.Faults;

namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class EstimateTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_trial_counts_for_the_whole_set_and_leaves_nothing_behind()
    {
        var file = _run.Folder.Write("a.test", "ok");
        // what a process loads once belongs to neither
        _run.Estimate(_run.Options, [file]);
        var one = _run.Estimate(_run.Options, [file]);
        var thousand = _run.Estimate(_run.Options, [.. Enumerable.Repeat(file, 1000)]);
        Assert.Equal((1000, 1000), (thousand.ValidCount, thousand.SpectrumCount));
        Assert.Equal(1000 * one.EstimatedOutputBytes, thousand.EstimatedOutputBytes);
        Assert.True(thousand.EstimatedDuration > one.EstimatedDuration);
        Assert.Empty(_run.Outputs());
    }

    [Fact]
    public void Spectra_count_not_files()
    {
        var map = _run.Folder.Write("map.test", "series 20");
        var single = _run.Folder.Write("single.test", "ok");
        var estimate = _run.Estimate(_run.Options, [map, single]);
        Assert.Equal(21, estimate.SpectrumCount);
        var made = _run.Run(_run.Options, map, single).Sum(r => r.OutputBytes);
        Assert.Equal(made, estimate.EstimatedOutputBytes);
    }

    [Fact]
    public void Users_of_one_machine_do_not_bar_each_other()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The temporary folder of Windows is each user's own.");
            return;
        }

        var file = _run.Folder.Write("a.test", "ok");
        File.SetUnixFileMode(_run.Folder.Path, (UnixFileMode)0b111_111_111);
        Assert.Equal(1, _run.Estimate(_run.Options, [file]).ValidCount);
        Nobody.Do(() =>
            Assert.Equal(1, _run.Estimate(_run.Options with { OutputDirectory = _run.Folder["theirs"] }, [file]).ValidCount));
    }

    [Fact]
    public void An_output_folder_on_a_share_is_no_reason_to_fail()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows()
            && Directory.Exists(@"\\localhost\C$"), "A share that is named by its address is of Windows.");
        var estimate = new SpectralEngine().Estimate(
            [], new EstimateOptions { OutputDirectory = @"\\localhost\C$" }, CancellationToken.None);
        Assert.Null(estimate.FreeDiskBytes);
    }

    [Fact]
    public void Without_a_readable_file_there_is_nothing_to_estimate()
    {
        var estimate = _run.Estimate(_run.Options, [_run.Folder.Write("a.test", "bad")]);
        Assert.Equal((0, 1, TimeSpan.Zero), (estimate.ValidCount, estimate.InvalidCount, estimate.EstimatedDuration));
    }

    // milliseconds a file, and of these for the compiler: steady; from a cold start as it was measured, when the compiler takes
    // a fifth of the processors until four fifths of the batch are done; waiting now and then for a slow disk
    public static TheoryData<Func<int, (double All, double Compiler)>> Courses => new()
    {
        _ => (7, 0),
        file => file switch
        {
            < 60 => (14, 3),
            < 1600 => (7 + (file % 5 / 2.0), 1.6),
            _ => (6, 0),
        },
        file => (file % 10 == 0 ? 40 : 5, 0),
    };

    [Theory]
    [MemberData(nameof(Courses), DisableDiscoveryEnumeration = true)]
    public void The_time_that_is_left_is_right_within_a_fifth_from_a_tenth_on(
        Func<int, (double All, double Compiler)> milliseconds)
    {
        const int files = 2000;
        var clock = new HandClock();
        var compilation = TimeSpan.Zero;
        var pace = new RemainingTimeEstimator(clock, () => compilation);
        Assert.Null(pace.Estimate(files));
        var left = Enumerable.Range(1, files).Sum(file => milliseconds(file).All);
        for (var done = 1; done < files; done++)
        {
            var (all, compiler) = milliseconds(done);
            clock.Advance(TimeSpan.FromMilliseconds(all));
            compilation += TimeSpan.FromMilliseconds(compiler);
            left -= all;
            pace.Mark(done);
            if (done >= files / 10)
                Assert.Equal(left, pace.Estimate(files - done)!.Value.TotalMilliseconds, Math.Max(0.2 * left, 50));
        }
    }

    [Fact]
    public void A_total_that_is_expected_makes_the_progress_known()
    {
        using var batch = _run.Start(_run.Options with { Formats = [] });
        Assert.False(batch.Progress.TotalKnown);
        batch.Expect(4);
        Assert.Equal((4, true, 0.0), (batch.Progress.FilesSeen, batch.Progress.TotalKnown, batch.Progress.Fraction));
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
