namespace SpectralAnalyzer.Core.Tests.Architecture;

/// <summary>The engine is built of rooms that refer to each other as docs/architecture.md says, without circles.</summary>
public sealed class ArchitectureTests
{
    private const string CoreFolder = "src/SpectralAnalyzer.Core/";

    private static readonly Lazy<CodeBase> s_code = new(() => new CodeBase(
        ["src/SpectralAnalyzer.Contracts", "src/SpectralAnalyzer.Core"], typeof(Spectrum).Assembly,
            typeof(SpectralEngine).Assembly));

    [Fact]
    public void The_rooms_of_the_table_are_the_folders_of_the_engine()
    {
        var folders = Repository.SourceFiles("src/SpectralAnalyzer.Core").Select(RoomOf).Where(room => room.Length > 0)
            .Distinct();

        Assert.Equal(folders.Order(StringComparer.Ordinal), RoomTable.Read().Rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_allows_no_circle() => Assert.Empty(RoomTable.Read().FindCircles());

    [Fact]
    public void A_room_refers_to_those_rooms_only_that_the_table_allows()
    {
        var table = RoomTable.Read();
        var between = s_code.Value.References
            .Where(reference => reference.From.StartsWith(CoreFolder, StringComparison.Ordinal)
                && reference.To.StartsWith(CoreFolder, StringComparison.Ordinal))
            .Select(reference => (From: RoomOf(reference.From), To: RoomOf(reference.To), reference))
            .Where(pair => pair.From.Length > 0 && pair.From != pair.To)
            .ToArray();

        Assert.True(between.Length > 150, $"Only {between.Length} references between rooms were found.");
        AssertNone(between.Where(pair => !table.Allows(pair.From, pair.To)).Select(pair => pair.reference.ToString()));
    }

    [Fact]
    public void No_files_refer_to_each_other_in_a_circle()
    {
        Assert.True(s_code.Value.References.Count > 1500, $"Only {s_code.Value.References.Count} references were found.");
        AssertNone(s_code.Value.FindCircles());
    }

    [Fact]
    public void The_engine_does_not_know_PowerShell() => Assert.DoesNotContain(
        typeof(SpectralEngine).Assembly.GetReferencedAssemblies(),
        name => name.Name!.Contains("Management.Automation", StringComparison.Ordinal)
            || name.Name.Contains("PowerShell", StringComparison.Ordinal));

    // Assert.Empty would shorten the texts
    private static void AssertNone(IEnumerable<string> violations) =>
        Assert.Equal("", string.Join(Environment.NewLine, violations));

    // a path, relative or full; empty for a file at the root of the engine
    private static string RoomOf(string path)
    {
        var parts = path.Replace('\\', '/').Split(CoreFolder)[1].Split('/');
        return parts.Length > 1 ? parts[0] : "";
    }
}
