using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Tests.Output;

public sealed class TempWorkspaceTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpectralEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_batch_left_behind_is_found_and_removed()
    {
        _folder.Write($"{TempWorkspace.Prefix}dead/000001.png", "half a graph");
        var item = Assert.Single(_engine.FindTemp([_folder.Path]));
        Assert.Equal((12L, 1, false), (item.Length, item.FileCount, item.InUse));
        Assert.True(_engine.RemoveTemp(item).Removed);
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void The_workspace_of_a_running_batch_is_not_touched()
    {
        using var workspace = TempWorkspace.Create(_folder.Path, keep: false);
        File.WriteAllText(workspace.NewPath(".png"), "in work");
        var item = Assert.Single(_engine.FindTemp([_folder.Path]));
        Assert.True(item.InUse);
        Assert.False(_engine.RemoveTemp(item with { InUse = false }).Removed);
        Assert.True(File.Exists(Path.Combine(workspace.Folder, "000001.png")));
    }

    [Fact]
    public void What_an_estimate_left_behind_is_found_without_a_folder()
    {
        using var running = TempWorkspace.CreateInSystemRoot();
        var left = Directory.CreateTempSubdirectory(TempWorkspace.Prefix).FullName;
        // a killed process leaves its lock file, which nobody holds
        File.WriteAllBytes(Path.Combine(left, TempWorkspace.LockName), []);
        var found = _engine.FindTemp([]);
        Assert.True(Assert.Single(found, item => item.Path == running.Folder).InUse);
        Assert.True(_engine.RemoveTemp(Assert.Single(found, item => item.Path == left)).Removed);
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void A_folder_of_the_user_is_never_removed()
    {
        var user = Directory.CreateDirectory(_folder["results"]).FullName;
        Assert.Empty(_engine.FindTemp([_folder.Path]));
        var error = Assert.Throws<SpectralException>(() => _engine.RemoveTemp(new SpectralTempItem(user, 0, 0, default, false)))
            .Error;
        Assert.Equal("NotTemporary", error.Id);
        Assert.True(Directory.Exists(user));
    }

    [Fact]
    public void A_link_in_a_workspace_is_removed_without_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making a symbolic link needs a privilege on Windows");
        _folder.Write("precious/data.csv", "1,2");
        _folder.Write($"{TempWorkspace.Prefix}dead/x", "");
        Directory.CreateSymbolicLink(_folder[$"{TempWorkspace.Prefix}dead/link"], _folder["precious"]);
        Assert.True(_engine.RemoveTemp(Assert.Single(_engine.FindTemp([_folder.Path]))).Removed);
        Assert.Equal(["precious/data.csv"], _folder.Files());
    }

    [Fact]
    public void It_is_gone_when_the_batch_is_done()
    {
        var workspace = TempWorkspace.Create(_folder.Path, keep: false);
        File.WriteAllText(workspace.NewPath(".png"), "left over");
        workspace.Dispose();
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void It_is_kept_on_request()
    {
        var workspace = TempWorkspace.Create(_folder.Path, keep: true);
        File.WriteAllText(workspace.NewPath(".png"), "left over");
        workspace.Dispose();
        Assert.Contains(_folder.Files(), f => f.EndsWith("000001.png", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_whose_lock_is_about_to_be_created_is_left_alone()
    {
        var path = Directory.CreateDirectory(_folder[".spectral-tmp-00000000000000000000000000000000"]).FullName;

        var item = Assert.Single(_engine.FindTemp([_folder.Path]));

        Assert.True(item.InUse);
        Assert.False(_engine.RemoveTemp(item).Removed);
        Assert.Empty(Directory.EnumerateFileSystemEntries(path));
    }

    [Fact]
    public void What_a_killed_save_left_of_a_recipe_is_removed_and_recipes_stay()
    {
        const string id = "r1abc-0123abcd";
        var unfinished = _folder.Write($".{id}-{new string('a', 32)}.tmp", "{");
        var fresh = _folder.Write($".{id}-{new string('b', 32)}.tmp", "{");
        var recipe = _folder.Write(id + ".json", "{}");
        var foreign = _folder.Write(".notes.tmp", "");
        File.SetLastWriteTimeUtc(unfinished, DateTime.UtcNow.AddHours(-1));

        foreach (var item in _engine.FindTemp([_folder.Path]))
            _engine.RemoveTemp(item);

        Assert.False(File.Exists(unfinished));
        Assert.All((string[])[fresh, recipe, foreign], path => Assert.True(File.Exists(path)));
    }
}
