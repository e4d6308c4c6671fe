using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.MzMl;

/// <summary>The terms of the controlled vocabulary that the elements of an mzML file state, also by groups.</summary>
internal sealed class MzMlTerms
{
    internal const string MassToCharge = "MS:1000514";
    internal const string Wavelength = "MS:1000617";
    internal const string Intensity = "MS:1000515";
    private readonly Dictionary<string, XElement> _groups = new(StringComparer.Ordinal);

    internal MzMlTerms(XElement root)
    {
        foreach (var group in root.Below("referenceableParamGroup"))
            _groups.TryAdd(group.AttributeOf("id") ?? "", group);
    }

    /// <summary>Returns the terms of an element by their accession.</summary>
    internal IReadOnlyDictionary<string, XElement> Of(XElement element)
    {
        var terms = new Dictionary<string, XElement>(StringComparer.Ordinal);
        Add(element);
        foreach (var reference in element.Children("referenceableParamGroupRef"))
        {
            if (_groups.TryGetValue(reference.AttributeOf("ref") ?? "", out var group))
                Add(group);
        }

        return terms;

        void Add(XElement from)
        {
            foreach (var term in from.Children("cvParam"))
                terms.TryAdd(term.AttributeOf("accession") ?? "", term);
        }
    }
}
