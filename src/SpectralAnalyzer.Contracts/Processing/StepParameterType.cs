namespace SpectralAnalyzer;

/// <summary>What the value of a parameter of a step is.</summary>
public enum StepParameterType
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>One of the texts in <see cref="StepParameterInfo.Choices"/>.</summary>
    Choice,

    /// <summary>A free text, for example a name.</summary>
    Text,

    /// <summary>The path of a file with a spectrum; relative to the method file.</summary>
    SpectrumFile,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>One or several ranges of x: <c>[4000, 550]</c> or <c>[[3100, 2800], [1850, 650]]</c>.</summary>
    Ranges,
}
