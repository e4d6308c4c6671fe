using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>The steps of the preparation, in order.</summary>
/// <param name="processing">The steps that there are.</param>
/// <param name="folder">The folder that paths of files are relative to.</param>
internal sealed class StepsForm(ISpectralProcessing processing, string folder) : ValueForm<IReadOnlyList<SpectralStep>>
{
    private readonly StepForm _step = new(processing, folder);

    /// <inheritdoc/>
    internal override string Allowed => "a list of steps, each after '-'";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new() { ["type"] = "array", ["items"] = _step.Schema() };

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<SpectralStep> value)
    {
        value = null;
        if (node is not ListNode list)
            return Refuse(node, issues);
        var steps = new List<SpectralStep>();
        foreach (var item in list.Items)
        {
            if (_step.TryRead(item, issues, out var step))
                steps.Add(step);
        }

        value = steps;
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<SpectralStep> value) => new ListNode([.. value.Select(_step.Write)]);
}
