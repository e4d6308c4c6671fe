namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>docs/processing.md lists each step with its formula, its source and what it was held against.</summary>
public sealed class ProcessingPageTests
{
    [Fact]
    public void Every_step_is_on_the_page_with_formula_source_and_tool()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "processing.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim().Replace("&#124;", "|")).ToArray())
            .ToDictionary(cells => cells[0].Trim('`'));

        Assert.Equal(Prepare.Processing.Steps.Select(step => step.ToString()).Order(), rows.Keys.Order());
        Assert.All(Prepare.Processing.Steps, step =>
        {
            var cells = rows[step.ToString()];
            Assert.Equal([step.Summary, step.Formula, step.Source], cells[1..4]);
            var vectors = ReferenceVectors.All.Where(vector => vector.Kind == step.ToString()).ToArray();
            Assert.Equal(vectors.Length == 0 ? "–" : $"{vectors.Length}", cells[5]);
            Assert.Equal(vectors.Length == 0, cells[4] == "numbers worked out by hand");
        });
    }
}
