using System.Globalization;
using System.Xml.Linq;

namespace SpectralAnalyzer.Views;

/// <summary>The types file of the module, SpectralAnalyzer.PS.Types.ps1xml.</summary>
internal static class TypesFile
{
    private const string Deserialized = "Deserialized.";
    private const string SerializedForm = "SerializedForm";
    private const string Restoring = "SpectralAnalyzer.PowerShell.Pipeline.SerializedForm";

    /// <summary>
    /// Creates the file. What Import-Clixml, a job or a remote session brings back stands for its file too, and its enums are
    /// enums again.
    /// </summary>
    /// <exception cref="InvalidOperationException">An extension names a property that its type does not have.</exception>
    internal static XDocument Create(IReadOnlyList<TypeExtension> types) => new(new XElement(
        "Types",
        types.Select(t => Type(t.Type.FullName!, Members(t), t.Restored is null ? null : Restoring)),
        types.Where(t => t.IsFile || t.Restored is not null)
            .Select(t => Type(Deserialized + t.Type.FullName, DeserializedMembers(t))),
        typeof(SpectralResult).Assembly.GetExportedTypes().Where(t => t.IsEnum).OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => Type(Deserialized + t.FullName, [Standard([Note("TargetTypeForDeserialization", t.FullName!)])]))));

    private static IEnumerable<XElement> Members(TypeExtension type)
    {
        foreach (var name in type.Display.Concat(type.Keys))
        {
            if (!ModuleTypes.HasProperty(type.Type, name))
                throw new InvalidOperationException(
                    $"The extension of {type.Type.Name} names {name}, which the type does not have.");
        }

        if (type.IsFile)
            yield return PSPath();
        foreach (var (name, script) in type.Properties)
            yield return new XElement("ScriptProperty", new XElement("Name", name), new XElement("GetScriptBlock", script));
        foreach (var (name, computing, method) in type.Computed)
        {
            yield return new XElement("CodeProperty", new XElement("Name", name), new XElement(
                "GetCodeReference", new XElement("TypeName", computing), new XElement("MethodName", method)));
        }

        if (type.Restored is not null)
        {
            yield return new XElement(
                "CodeProperty",
                new XAttribute("IsHidden", "true"),
                new XElement("Name", SerializedForm),
                new XElement(
                    "GetCodeReference", new XElement("TypeName", Restoring), new XElement("MethodName", "GetText")));
        }

        var members =
            new List<XElement> { Set("DefaultDisplayPropertySet", type.Display), Set("DefaultKeyPropertySet", type.Keys) };
        if (type.SerializationDepth is { } depth)
            members.Add(Note("SerializationDepth", depth.ToString(CultureInfo.InvariantCulture)));
        if (type.Restored is { } kept)
        {
            members.Add(Note("SerializationMethod", "SpecificProperties"));
            members.Add(Set("PropertySerializationSet", [.. kept, SerializedForm]));
        }

        yield return Standard(members);
    }

    private static IEnumerable<XElement> DeserializedMembers(TypeExtension type)
    {
        if (type.IsFile)
            yield return PSPath();
        if (type.Restored is not null)
            yield return Standard([Note("TargetTypeForDeserialization", type.Type.FullName!)]);
    }

    private static XElement Type(string name, IEnumerable<XElement> members, string? converter = null) => new(
        "Type",
        new XElement("Name", name),
        new XElement("Members", members),
        converter is null ? null : new XElement("TypeConverter", new XElement("TypeName", converter)));

    private static XElement PSPath() => new(
        "AliasProperty",
        new XAttribute("IsHidden", "true"),
        new XElement("Name", "PSPath"),
        new XElement("ReferencedMemberName", "Path"));

    private static XElement Standard(IEnumerable<XElement> members) =>
        new("MemberSet", new XElement("Name", "PSStandardMembers"), new XElement("Members", members));

    private static XElement Set(string name, IEnumerable<string> properties) => new(
        "PropertySet",
        new XElement("Name", name),
        new XElement("ReferencedProperties", properties.Select(p => new XElement("Name", p))));

    private static XElement Note(string name, string value) =>
        new("NoteProperty", new XElement("Name", name), new XElement("Value", value));
}
