using System.Collections;

namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>What may be stated of a step, and what is refused.</summary>
public sealed class StepParameterTests
{
    [Theory]
    [InlineData("backgroud", "Did you mean 'background'?")]
    [InlineData("smoth", "Did you mean 'smooth'?")]
    [InlineData("NORMALISE", "Did you mean 'normalize'?")]
    [InlineData("xyzzyx", "Allowed: crop, exclude")]
    public void An_unknown_step_is_refused_with_the_nearest_word(string name, string advice)
    {
        var error = Prepare.Refused(() => Prepare.Processing.CreateStep(name, null));

        Assert.Equal(SpectralErrorIds.UnknownStep, error.Id);
        Assert.Contains(advice, error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_parameter_is_refused_with_the_nearest_word()
    {
        var error = Prepare.Refused(() => Prepare.Processing.CreateStep(
            "smooth", Prepare.Table(("kind", "savitzky-golay"), ("windw", 9))));

        Assert.Equal(SpectralErrorIds.UnknownStepParameter, error.Id);
        Assert.Contains("'window'", error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("savitzky-goaly", "'savitzky-golay'")]
    [InlineData("x", "moving-average")]
    public void An_unknown_kind_is_refused_with_the_nearest_word_or_all(string kind, string advice)
    {
        var error = Prepare.Refused(() => Prepare.Processing.CreateStep("smooth", Prepare.Table(("kind", kind))));

        Assert.Equal(SpectralErrorIds.InvalidStepParameter, error.Id);
        Assert.Contains(advice, error.Recommendation, StringComparison.Ordinal);
    }

    public static TheoryData<string, object?> Invalid => new()
    {
        { "crop", null },
        { "crop", 4000 },
        { "crop", new[] { 4000 } },
        { "crop", new[] { 4000, 4000 } },
        { "crop", "4000-550" },
        { "crop", new object[] { new[] { 1, 2 }, 3 } },
        { "scale", "much" },
        { "scale", double.NaN },
        { "scale", true },
        { "smooth", null },
        { "smooth", 9 },
        { "smooth", new Hashtable { ["kind"] = "median", ["window"] = 4 } },
        { "smooth", new Hashtable { ["kind"] = "median", ["window"] = 5.5 } },
        { "smooth", new Hashtable { ["kind"] = "median", ["window"] = 1 } },
        { "smooth", new Hashtable { ["kind"] = "median", ["edge"] = "nowhere" } },
        { "smooth", new Hashtable { ["kind"] = "savitzky-golay", ["window"] = 5, ["order"] = 5 } },
        { "derivative", new Hashtable { ["derivative"] = 2, ["order"] = 1 } },
        { "derivative", 3 },
        { "kubelkaMunk", 1 },
        { "convert", null },
        { "normalize", new Hashtable { ["kind"] = "height" } },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_value_that_is_not_allowed_is_refused(string step, object? value)
    {
        var spectrum = Prepare.Even(50, x => x);

        Assert.Equal(SpectralErrorIds.InvalidStepParameter, Prepare.Refused(() => Prepare.Apply(spectrum, step, value)).Id);
    }

    public static TheoryData<object> SameRange =>
        [new[] { 4000, 550 }, new[] { 550.0, 4000 }, new object[] { "4000", 550m }, new List<object> { 550L, 4000f },
            new[] { new[] { 550, 4000 } }, new SpectralRange(4000, 550), new Hashtable { ["ranges"] = new[] { 550, 4000 } },
            new Dictionary<string, object?> { ["Ranges"] = new[] { new SpectralRange(550, 4000) } }];

    [Theory]
    [MemberData(nameof(SameRange))]
    public void A_range_may_be_stated_in_any_form_and_order(object value)
    {
        var step = Prepare.Processing.CreateStep("crop", value);

        Assert.Equal(new SpectralRange(550, 4000), Assert.Single((IReadOnlyList<SpectralRange>)step.Parameters["ranges"]));
    }

    [Fact]
    public void Numbers_of_any_type_and_defaults_become_doubles()
    {
        var step = Prepare.Processing.CreateStep("Smooth", new Hashtable { ["KIND"] = "Savitzky-Golay", ["window"] = "11" });

        Assert.Equal("smooth", step.Name);
        Assert.Equal("savitzky-golay", step.Parameters["kind"]);
        Assert.Equal(11.0, step.Parameters["window"]);
        Assert.Equal(2.0, step.Parameters["order"]);
        Assert.Equal("interp", step.Parameters["edge"]);
    }

    [Fact]
    public void A_bare_value_states_the_first_parameter_or_the_kind()
    {
        Assert.Equal(2.5, Prepare.Processing.CreateStep("scale", 2.5f).Parameters["factor"]);
        Assert.Equal("snv", Prepare.Processing.CreateStep("normalize", "SNV").Parameters["kind"]);
        Assert.Empty(Prepare.Processing.CreateStep("kubelkamunk", null).Parameters);
    }

    [Fact]
    public void The_descriptors_are_complete_and_have_valid_defaults()
    {
        Assert.All(Prepare.Processing.Steps, step =>
        {
            Assert.NotEmpty(step.Summary);
            Assert.NotEmpty(step.Formula);
            Assert.NotEmpty(step.Source);
            Assert.All(step.Parameters, parameter =>
            {
                Assert.NotEmpty(parameter.Summary);
                Assert.Equal(parameter.Type == StepParameterType.Choice, parameter.Choices.Count > 0);
                if (parameter.Default is double number)
                    Assert.InRange(number, parameter.Minimum, parameter.Maximum);
                if (parameter.Default is string text)
                    Assert.Contains(text, parameter.Choices);
            });
        });
        Assert.Equal(
            Prepare.Processing.Steps.Count, Prepare.Processing.Steps.Select(step => step.ToString()).Distinct().Count());
    }
}
