using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A number, or a list of different numbers.</summary>
/// <param name="allowed">What they are, for messages and documents.</param>
/// <param name="most">How many are allowed.</param>
internal sealed class NumbersForm(string allowed, int most) : ValueForm<IReadOnlyList<double>>
{
    /// <inheritdoc/>
    internal override string Allowed => allowed;

    /// <inheritdoc/>
    internal override JsonObject Schema()
    {
        var list = new JsonObject
        {
            ["type"] = "array",
            ["items"] = NumberForm.Any.Schema(),
            ["minItems"] = 1,
            ["uniqueItems"] = true,
        };
        if (most < int.MaxValue)
            list["maxItems"] = most;
        return new JsonObject { ["anyOf"] = new JsonArray(NumberForm.Any.Schema(), list) };
    }

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<double> value)
    {
        value = null;
        var items = node is ListNode list ? list.Items : [node];
        var numbers = new List<double>();
        foreach (var item in items)
        {
            if (!NumberForm.TryParse(item, out var number))
                return Refuse(item, issues);
            numbers.Add(number);
        }

        if (numbers.Count == 0 || numbers.Count > most || numbers.Distinct().Count() < numbers.Count)
            return Refuse(node, issues);
        value = numbers;
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<double> value) => value.Count == 1
        ? NumberForm.Any.Write(value[0])
        : new ListNode([.. value.Select(NumberForm.Any.Write)]);
}
