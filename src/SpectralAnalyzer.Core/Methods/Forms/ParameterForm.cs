using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>The value of a parameter of a step.</summary>
/// <typeparam name="T">The type that is written and read.</typeparam>
/// <param name="form">What the value is.</param>
/// <param name="toStep">Returns the value as a step takes it.</param>
/// <param name="fromStep">Returns the value from that of a step.</param>
internal sealed class ParameterForm<T>(ValueForm<T> form, Func<T, object> toStep, Func<object, T> fromStep)
    : ValueForm<object>
{
    /// <inheritdoc/>
    internal override string Allowed => form.Allowed;

    /// <inheritdoc/>
    internal override JsonObject Schema() => form.Schema();

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out object value)
    {
        value = form.TryRead(node, issues, out var read) ? toStep(read) : null;
        return value is not null;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(object value) => form.Write(fromStep(value));
}
