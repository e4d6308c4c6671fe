using System.Diagnostics;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_many_that_want_one_name_exactly_one_gets_it()
    {
        for (var round = 0; round < 200; round++)
        {
            var target = _folder[$"graph{round}.png"];
            string[] prepared = [.. Enumerable.Range(0, 8).Select(i => _folder.Write($"tmp/{round}-{i}", $"{i}"))];
            using var start = new Barrier(prepared.Length);
            var threads = prepared.Select(p => new Thread(() =>
            {
                start.SignalAndWait();
                if (AtomicFile.TryCommit(p, target, overwrite: false))
                    File.WriteAllText(p + ".won", "");
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            var winner = Assert.Single(prepared, p => File.Exists(p + ".won"));
            Assert.Equal(winner.Split('-')[^1], File.ReadAllText(target));
            Assert.All(prepared, p => Assert.Equal(p != winner, File.Exists(p)));
        }
    }

    [Fact]
    public void A_file_that_does_not_have_the_bytes_that_were_written_is_refused()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows(), "A file that is being written cannot be changed by another program on Windows.");
        using var workspace = TempWorkspace.Create(_folder.Path, keep: false);
        var error = Assert.Throws<SpectralException>(() => AtomicFile.Prepare(workspace, ".svg", stream =>
        {
            stream.Write("<svg>…</svg>"u8);
            stream.Flush();
            using var damage = Process.Start("truncate", ["-s", "-3", Path.Combine(workspace.Folder, "000001.svg")]);
            damage.WaitForExit();
            Assert.Equal(0, damage.ExitCode);
        })).Error;
        Assert.Equal(("OutputCorrupt", SpectralErrorCategory.Write), (error.Id, error.Category));
        Assert.Contains("000001.svg", error.Message, StringComparison.Ordinal);
        Assert.Equal([TempWorkspace.LockName], Directory.EnumerateFiles(workspace.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_does_not_hold_gets_no_name_and_stays_only_for_inspection(bool keep)
    {
        using var workspace = TempWorkspace.Create(_folder.Path, keep);
        Assert.Throws<SpectralException>(() => AtomicFile.Prepare(
            workspace,
            ".png",
            stream => stream.WriteByte(1),
            _ => throw new SpectralException("OutputCorrupt", SpectralErrorCategory.Write, "It does not decode.")));
        string[] left = keep ? ["000001.png", TempWorkspace.LockName] : [TempWorkspace.LockName];
        Assert.Equal(left, Directory.EnumerateFiles(workspace.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
