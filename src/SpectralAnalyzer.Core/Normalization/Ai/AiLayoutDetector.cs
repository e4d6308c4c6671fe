using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>Asks a model for the layout of a file, holds the answer against the whole file, and asks once more where it does not hold.</summary>
/// <param name="service">The service.</param>
/// <param name="options">How it is asked.</param>
internal sealed class AiLayoutDetector(ChatService service, AiOptions options)
{
    private const int Rounds = 2;

    /// <summary>Asks about a file.</summary>
    /// <param name="open">The file.</param>
    /// <param name="apply">Applies a recipe to the whole file; throws where it does not hold.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AiLayoutResult> AskAsync(
        UnresolvedLayout open, Func<LayoutRecipe, Task<SpectralFileContent>> apply, CancellationToken cancellationToken)
    {
        var tally = new AiUsage();
        Func<bool, JsonArray> messages = withSchema => LayoutPrompt.Ask(open.Excerpt, open.Before.Report, withSchema);
        var refusal = "";
        for (var round = 0; round < Rounds; round++)
        {
            AiAnswer reply;
            try
            {
                reply = await service.AskAsync(messages, tally, cancellationToken).ConfigureAwait(false);
            }
            catch (AiException e)
            {
                return new AiLayoutResult { Tally = tally, Failure = e.Error, Trouble = e.Trouble };
            }

            try
            {
                var recipe = Answer(reply) with
                {
                    Fingerprint = open.Fingerprint,
                    Origin = RecipeOrigin.Ai,
                    IsApproved = false,
                    Name = null,
                    Model = reply.Model ?? options.Model,
                    Created = DateTime.UtcNow,
                };
                return new AiLayoutResult { Tally = tally, Content = await apply(recipe).ConfigureAwait(false), Recipe = recipe };
            }
            catch (SpectralException e) when (e.Error.Category != SpectralErrorCategory.Busy)
            {
                refusal = e.Error.Message;
            }

            var before = messages;
            messages = withSchema => LayoutPrompt.AskAgain(before(withSchema), reply.Content, refusal);
        }

        return new AiLayoutResult
        {
            Tally = tally,
            Trouble = AiErrorKind.RequestFailed,
            Failure = new SpectralError("AiAnswerRefused", SpectralErrorCategory.InvalidData, $"What {options.Model} answered does not hold. {refusal}"),
        };
    }

    private static LayoutRecipe Answer(AiAnswer reply)
    {
        if (reply.Flaw is { } flaw)
            throw NoLayout($"{flaw}");
        var recipe = RecipeJson.Read(Bare(reply.Content));
        return recipe.Confidence >= LayoutResolution.Guess ? recipe : throw NoLayout("the model itself is not sure of it");
    }

    /// <summary>The JSON without what models put around it: their thoughts, and a fence.</summary>
    private static string Bare(string content)
    {
        var thoughts = content.LastIndexOf("</think>", StringComparison.Ordinal);
        var bare = (thoughts >= 0 ? content[(thoughts + "</think>".Length)..] : content).Trim();
        if (!bare.StartsWith("```", StringComparison.Ordinal))
            return bare;
        var from = bare.IndexOf('\n', StringComparison.Ordinal);
        var to = bare.LastIndexOf("```", StringComparison.Ordinal);
        return from > 0 && to > from ? bare[from..to].Trim() : bare;
    }

    private static SpectralException NoLayout(string why) => new(
        "InvalidRecipe", SpectralErrorCategory.InvalidData, $"The answer is no layout: {why}.");
}
