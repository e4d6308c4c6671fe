using System.IO.Compression;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>Packs small made-up members into an archive.</summary>
internal static class MadeUpArchive
{
    public static byte[] Of(params ReadOnlySpan<(string Name, string Text)> members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
