using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>What a value of the method file is: how it is read, written and described.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal abstract class ValueForm<T>
{
    /// <summary>What is allowed, for messages and documents, for example <c>a number from 0 to 1</c>.</summary>
    internal abstract string Allowed { get; }

    /// <summary>Returns the JSON schema of the value.</summary>
    internal abstract JsonObject Schema();

    /// <summary>Reads a value. What is wrong is added to the issues.</summary>
    internal abstract bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out T value);

    /// <summary>Returns the node of a value.</summary>
    internal abstract MethodNode Write(T value);

    /// <summary>Adds the fault that a value is not allowed.</summary>
    /// <returns>False.</returns>
    private protected bool Refuse(MethodNode node, MethodIssues issues)
    {
        issues.AddInvalid(node, Allowed);
        return false;
    }
}
