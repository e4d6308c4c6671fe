using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Tests.Reading.Excel;

namespace SpectralAnalyzer.Core.Tests.Reading.Archives;

/// <summary>The libraries for archives and workbooks are loaded with the first such file, not with any other.</summary>
public sealed class LibraryLoadingTests
{
    private static readonly string[] s_libraries = ["ExcelDataReader", "ICSharpCode.SharpZipLib"];

    [Fact]
    public void A_text_file_loads_no_library_for_archives()
    {
        using var folder = new TempFolder();
        const string Csv = "nm,A\n400,1\n401,3\n402,2\n403,5\n";
        File.WriteAllBytes(folder["a.xlsx"], MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(5))));
        File.WriteAllBytes(folder["a.csv.bz2"], ArchiveTests.Bzip2(Encoding.ASCII.GetBytes(Csv)));
        var engine = new EngineContext();

        engine.Read(folder.Write("a.csv", Csv));
        Assert.DoesNotContain(engine.Loaded, s_libraries.Contains);

        engine.Read(folder["a.xlsx"]);
        engine.Read(folder["a.csv.bz2"]);
        Assert.Equal(s_libraries, engine.Loaded.Intersect(s_libraries).Order(StringComparer.Ordinal));
    }

    /// <summary>The engine in a load context of its own, as the module loads it.</summary>
    private sealed class EngineContext() : AssemblyLoadContext("engine of a test")
    {
        private static readonly string s_folder = Path.GetDirectoryName(typeof(SpectrumReader).Assembly.Location)!;

        public IEnumerable<string> Loaded => Assemblies.Select(assembly => assembly.GetName().Name!);

        public void Read(string path)
        {
            var engine = LoadFromAssemblyPath(typeof(SpectrumReader).Assembly.Location);
            var reader = engine.GetType(typeof(SpectrumReader).FullName!, throwOnError: true)!;
            var instance = reader.GetProperty(nameof(SpectrumReader.Default))!.GetValue(null);
            reader.GetMethod(nameof(SpectrumReader.Read), [typeof(string), typeof(ReadOptions), typeof(CancellationToken)])!
                .Invoke(instance, [path, ReadOptions.Default, CancellationToken.None]);
        }

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name != typeof(ReadOptions).Assembly.GetName().Name
            && Path.Combine(s_folder, assemblyName.Name + ".dll") is var path && File.Exists(path)
                ? LoadFromAssemblyPath(path)
                : null;
    }
}
