using System.Collections;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A key of a group: reading, writing, schema and documents follow from it.</summary>
/// <typeparam name="TGroup">What the group states.</typeparam>
/// <param name="name">The key.</param>
/// <param name="summary">What it states, in one sentence.</param>
internal abstract class MethodKey<TGroup>(string name, string summary)
{
    /// <summary>The key.</summary>
    internal string Name => name;

    /// <summary>What it states.</summary>
    internal string Summary => summary;

    /// <summary>Whether it has to be stated.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>Whether it is written even where the value is the one that holds without it.</summary>
    internal bool IsAlwaysWritten { get; init; }

    /// <summary>What its value is.</summary>
    internal abstract string Allowed { get; }

    /// <summary>Returns the JSON schema of its value.</summary>
    internal abstract JsonObject Schema();

    /// <summary>Returns the group with the value of a node.</summary>
    internal abstract TGroup Read(TGroup group, MethodNode node, MethodIssues issues);

    /// <summary>Returns the node of its value; null where it is that of the empty group.</summary>
    internal abstract MethodNode? Write(TGroup group, TGroup empty);
}

/// <summary>A key with a value of one form.</summary>
/// <typeparam name="TGroup">What the group states.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
/// <param name="name">The key.</param>
/// <param name="form">What the value is.</param>
/// <param name="summary">What it states, in one sentence.</param>
/// <param name="get">Returns the value of a group; null where there is none.</param>
/// <param name="set">Returns a group with another value.</param>
internal sealed class MethodKey<TGroup, TValue>(
    string name, ValueForm<TValue> form, string summary, Func<TGroup, object?> get, Func<TGroup, TValue, TGroup> set)
    : MethodKey<TGroup>(name, summary)
{
    /// <inheritdoc/>
    internal override string Allowed => form.Allowed;

    /// <inheritdoc/>
    internal override JsonObject Schema()
    {
        var schema = form.Schema();
        schema["description"] = Summary;
        return schema;
    }

    /// <inheritdoc/>
    internal override TGroup Read(TGroup group, MethodNode node, MethodIssues issues) =>
        form.TryRead(node, issues, out var value) ? set(group, value) : group;

    /// <inheritdoc/>
    internal override MethodNode? Write(TGroup group, TGroup empty)
    {
        var value = get(group);
        if (value is not TValue stated || value is ICollection { Count: 0 })
            return null;
        return !IsRequired && !IsAlwaysWritten && value.Equals(get(empty)) ? null : form.Write(stated);
    }
}
