using SpectralAnalyzer.Core.Paths;

namespace SpectralAnalyzer.Core.Tests.Paths;

/// <summary>Which paths are those of one file, on file systems of several kinds.</summary>
public sealed class PathKeysTests
{
    // a drive that is mapped to a share, whose folder data has one identity; where case counts in one folder only
    private sealed class Share(bool ignoresCase, bool hasIds) : IFolderFacts
    {
        internal int Looks { get; private set; }

        public bool IgnoresCaseByDefault => ignoresCase;

        public string? FindId(string folder)
        {
            Looks++;
            return hasIds && folder.ToUpperInvariant() is "/Z/DATA" or "/SERVER/LAB/DATA" ? "1:2" : null;
        }

        public bool? IgnoresCase(string folder, string name) =>
            folder.EndsWith("linux", StringComparison.Ordinal) ? false : name.Any(char.IsLetter) ? ignoresCase : null;
    }

    [Theory]
    [InlineData("/c/data/a.csv", "/C/Data/A.CSV", true, true)]
    [InlineData("/c/data/a.csv", "/C/Data/A.CSV", false, false)]
    [InlineData("/c/data/../data/a.csv", "/c/data/a.csv", false, true)]
    [InlineData("/c/data/1.2", "/C/data/1.2", true, true)]
    [InlineData("/c/data/a.csv", "/c/data/b.csv", true, false)]
    [InlineData("/c/linux/a.csv", "/C/linux/a.csv", true, true)]
    [InlineData("/c/linux/a.csv", "/c/linux/A.csv", true, false)]
    public void Names_compare_as_the_file_system_of_their_folder_does(string path, string other, bool ignoresCase, bool areSame)
    {
        var keys = new PathKeys(new Share(ignoresCase, hasIds: false));
        Assert.Equal(areSame, keys.KeyOf(path) == keys.KeyOf(other));
    }

    [Theory]
    [InlineData("/z/data/a.csv", "/server/lab/data/a.csv", true)]
    [InlineData("/z/data/sub/a.csv", "/server/lab/DATA/Sub/A.csv", true)]
    [InlineData("/z/data/a.csv", "/server/lab/data/b.csv", false)]
    [InlineData("/z/data/a.csv", "/server/lab/other/a.csv", false)]
    public void A_share_and_the_drive_that_is_mapped_to_it_are_one_folder(string path, string other, bool areSame)
    {
        var keys = new PathKeys(new Share(ignoresCase: true, hasIds: true));
        Assert.Equal(areSame, keys.KeyOf(path) == keys.KeyOf(other));
        var without = new PathKeys(new Share(ignoresCase: true, hasIds: false));
        Assert.NotEqual(without.KeyOf(path), without.KeyOf(other));
    }

    [Fact]
    public void A_folder_is_looked_at_once()
    {
        var share = new Share(ignoresCase: true, hasIds: true);
        var keys = new PathKeys(share);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(i => keys.KeyOf($"/z/data/{i}.csv")).Distinct().Count());
        Assert.Equal(1, share.Looks);
    }

    [Fact]
    public void This_computer_answers_for_its_own_file_system()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Sample.csv", "1");
        var other = folder["sAMPLE.CSV"];
        var ignoresCase = File.Exists(other);
        var keys = new PathKeys();
        Assert.Equal(ignoresCase, keys.KeyOf(path) == keys.KeyOf(other));
        if (!ignoresCase)
        {
            // both are there, and are two files
            folder.Write("sAMPLE.CSV", "2");
            Assert.NotEqual(new PathKeys().KeyOf(path), new PathKeys().KeyOf(other));
        }
    }
}
