namespace SpectralAnalyzer.Core.Reading.Spc;

/// <summary>The names of the experiments of SPC files.</summary>
internal static class SpcExperiments
{
    private static readonly string[] s_names =
    [
        "", "Gas chromatogram", "Chromatogram", "HPLC chromatogram", "FT-IR, FT-NIR or FT-Raman", "NIR", "", "UV-VIS",
            "X-ray diffraction",
        "Mass spectrum", "NMR spectrum or FID", "Raman spectrum", "Fluorescence spectrum", "Atomic spectrum",
            "Diode array chromatogram",
    ];

    /// <summary>Returns the name of an experiment; empty for a general one.</summary>
    internal static string NameOf(int kind) => kind < s_names.Length ? s_names[kind] : "";
}
