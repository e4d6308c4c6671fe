using System.Xml;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>
/// Another reader, refusing elements that lie deeper than any format here nests them: trees are built and searched by recursion,
/// and in a time that grows with the square of the depth.
/// </summary>
/// <param name="inner">The reader.</param>
/// <param name="deepest">The depth that is still read.</param>
/// <param name="cancellationToken">A token to cancel the reading.</param>
internal sealed class ShallowXmlReader(XmlReader inner, int deepest, CancellationToken cancellationToken) : XmlReader
{
    public override int AttributeCount => inner.AttributeCount;

    public override string BaseURI => inner.BaseURI;

    public override int Depth => inner.Depth;

    public override bool EOF => inner.EOF;

    public override bool IsEmptyElement => inner.IsEmptyElement;

    public override string LocalName => inner.LocalName;

    public override string NamespaceURI => inner.NamespaceURI;

    public override XmlNameTable NameTable => inner.NameTable;

    public override XmlNodeType NodeType => inner.NodeType;

    public override string Prefix => inner.Prefix;

    public override ReadState ReadState => inner.ReadState;

    public override string Value => inner.Value;

    /// <exception cref="XmlException">The XML is nested too deeply or not well-formed.</exception>
    public override bool Read()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!inner.Read())
            return false;
        return inner.Depth <= deepest ? true : throw new XmlException("Its elements are nested too deeply.");
    }

    public override string? GetAttribute(string name) => inner.GetAttribute(name);

    public override string? GetAttribute(string name, string? namespaceURI) => inner.GetAttribute(name, namespaceURI);

    public override string GetAttribute(int i) => inner.GetAttribute(i);

    public override string? LookupNamespace(string prefix) => inner.LookupNamespace(prefix);

    public override bool MoveToAttribute(string name) => inner.MoveToAttribute(name);

    public override bool MoveToAttribute(string name, string? ns) => inner.MoveToAttribute(name, ns);

    public override bool MoveToElement() => inner.MoveToElement();

    public override bool MoveToFirstAttribute() => inner.MoveToFirstAttribute();

    public override bool MoveToNextAttribute() => inner.MoveToNextAttribute();

    public override bool ReadAttributeValue() => inner.ReadAttributeValue();

    public override void ResolveEntity() => inner.ResolveEntity();
}
