using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>
/// Asks a model for the layout of a file, applies the answer to the whole file, and asks once more if it does not fit.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="options">How it is asked.</param>
internal sealed class AiLayoutDetector(ChatService service, AiOptions options)
{
    private const int MaxRounds = 2;
    private const string EndOfThoughts = "</think>";
    private const string Fence = "```";

    /// <summary>Asks for the layout of a file.</summary>
    /// <param name="layout">The unresolved layout.</param>
    /// <param name="read">Reads the whole file by a recipe; throws if it does not fit.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal async Task<AiLayoutResult> DetectAsync(
        UnresolvedLayout layout, Func<LayoutRecipe, Task<SpectralFileContent>> read, CancellationToken cancellationToken)
    {
        var usage = new AiUsage();
        Func<bool, JsonArray> messages = withSchema => LayoutPrompt.Create(layout.Excerpt, layout.Detected.Report, withSchema);
        var refusal = "";
        for (var round = 0; round < MaxRounds; round++)
        {
            AiAnswer answer;
            try
            {
                answer = await service.AskAsync(messages, usage, cancellationToken).ConfigureAwait(false);
            }
            catch (AiException e)
            {
                return AiLayoutResult.Failed(e.Error, e.Kind, usage);
            }

            try
            {
                var recipe = Parse(answer) with
                {
                    Fingerprint = layout.Fingerprint,
                    Origin = RecipeOrigin.Ai,
                    IsApproved = false,
                    Name = null,
                    Model = answer.Model ?? options.Model,
                    Created = DateTime.UtcNow,
                };
                return new AiLayoutResult { Content = await read(recipe).ConfigureAwait(false), Recipe = recipe, Usage = usage };
            }
            catch (SpectralException e) when (e.Error.Category != SpectralErrorCategory.Busy)
            {
                refusal = e.Error.Message;
            }

            var before = messages;
            messages = withSchema => LayoutPrompt.CreateCorrection(before(withSchema), answer.Content, refusal);
        }

        return AiLayoutResult.Failed(
            new SpectralError(
                SpectralErrorIds.AiAnswerRefused,
                SpectralErrorCategory.InvalidData,
                $"The answer of {options.Model} does not fit. {refusal}"),
            AiErrorKind.RequestFailed,
            usage);
    }

    private static LayoutRecipe Parse(AiAnswer answer)
    {
        if (answer.Problem is { } problem)
            throw Refused(problem);
        var recipe = RecipeJson.Read(StripWrapping(answer.Content));
        return recipe.Confidence >= LayoutResolution.Guess ? recipe : throw Refused("the model itself is not sure of it");
    }

    /// <summary>Returns the JSON without what models put around it: their thoughts, and a fence.</summary>
    private static string StripWrapping(string content)
    {
        var thoughts = content.LastIndexOf(EndOfThoughts, StringComparison.Ordinal);
        var json = (thoughts >= 0 ? content[(thoughts + EndOfThoughts.Length)..] : content).Trim();
        if (!json.StartsWith(Fence, StringComparison.Ordinal))
            return json;
        var from = json.IndexOf('\n', StringComparison.Ordinal);
        var to = json.LastIndexOf(Fence, StringComparison.Ordinal);
        return from > 0 && to > from ? json[from..to].Trim() : json;
    }

    private static SpectralException Refused(string why) =>
        new(SpectralErrorIds.InvalidRecipe, SpectralErrorCategory.InvalidData, $"The answer is not a layout: {why}.");
}
