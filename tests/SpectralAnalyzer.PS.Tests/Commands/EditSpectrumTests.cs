using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class EditSpectrumTests : IDisposable
{
    private const string Ramp = "$s = ConvertTo-Spectrum (400..410) (0..10) -XUnit nm -Ordinate Absorbance; ";

    private readonly ModuleRunspace _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("@{ crop = 402, 404 }, @{ offset = 1 }")]
    [InlineData("([ordered]@{ crop = 402, 404; offset = 1 })")]
    [InlineData("@{ crop = 402, 404 }, @{ OFFSET = @{ value = '1' } }")]
    [InlineData("@{ crop = 404, 402 } | Edit-Spectrum @{ offset = 1 }")]
    public void Steps_are_applied_in_their_order_and_listed(string steps)
    {
        var edited = _shell.Run($"{Ramp} $s | Edit-Spectrum {steps}").WithoutErrors().Single<Spectrum>();

        Assert.Equal([402, 403, 404], edited.X);
        Assert.Equal([3, 4, 5], edited.Y);
        Assert.Equal(["crop", "offset"], edited.History.Select(step => step.Name));
    }

    [Fact]
    public void The_spectrum_that_comes_in_stays_as_it_is() =>
        Assert.Equal(
            ["10", "0"],
            _shell.Run(Ramp + "$null = $s | Edit-Spectrum @{ scale = 7 }; $s.Y[10]; $s.History.Count")
                .WithoutErrors().Output.Select(o => o.ToString()));

    [Fact]
    public void The_steps_of_a_method_are_those_of_its_file()
    {
        using var folder = new TempFolder();
        var path = folder.Write("half.method.yaml", "name: Half\nprepare:\n- scale: 0.5\n- subtract: dark.csv\n");
        folder.Write("dark.csv", "nm,A\n400,1\n405,1\n410,1\n");

        var edited = _shell.Run($"{Ramp} $s | Edit-Spectrum -Method '{path}'").WithoutErrors().Single<Spectrum>();

        Assert.Equal(4, edited.Y[10], 12);
    }

    [Fact]
    public void A_spectrum_that_cannot_be_prepared_is_an_error_and_the_next_one_follows()
    {
        var run = _shell.Run(Ramp + "$short = ConvertTo-Spectrum 1,2,3 1,2,3 -XUnit nm; $short, $s | Edit-Spectrum "
            + "@{ smooth = @{ kind = 'savitzky-golay'; window = 9 } }");

        Assert.Single(run.As<Spectrum>());
        Assert.StartsWith("StepNotApplicable", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ backgroud = 'airpls' }", "UnknownStep", "background")]
    [InlineData("@{ smooth = @{ kind = 'gaussian'; sigmaa = 2 } }", "UnknownStepParameter", "sigma")]
    [InlineData("@{ crop = 4000, 550; offset = 1 }", "InvalidStepParameter", "[ordered]")]
    [InlineData("5", "InvalidStepParameter", "name or a table")]
    [InlineData("@{ normalize = 'msc' }", "StepReferenceMissing", "reference")]
    public void A_wrong_step_says_what_is_right(string steps, string id, string hint)
    {
        var error = _shell.Run($"{Ramp} $s | Edit-Spectrum {steps}").Errors[0];

        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(
            hint, $"{error.Exception.Message} {error.ErrorDetails?.RecommendedAction}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_reference_is_prepared_by_the_steps_before() =>
        Assert.Equal(
            [1, 2, 4, 2, 1],
            _shell.Run("$r = ConvertTo-Spectrum (1..7) @(9,1,2,4,2,1,9) -XUnit nm; "
                + "$s = ConvertTo-Spectrum (1..7) @(0,5,7,11,7,5,0) -XUnit nm; "
                + "$s | Edit-Spectrum @{ crop = 2, 6 }, @{ normalize = 'msc' } -Reference $r")
                .WithoutErrors().Single<Spectrum>().Y.Select(y => Math.Round(y, 9)));

    [Theory]
    [InlineData("desp", "despike")]
    [InlineData("airp", "@{ background = 'airpls' }")]
    public void Tab_completes_steps_by_name_and_by_kind(string word, string expected) =>
        Assert.Contains(expected, _shell.Run(
            $"(TabExpansion2 'Edit-Spectrum {word}' {14 + word.Length}).CompletionMatches.CompletionText")
            .Output.Select(o => o.ToString()));
}
