namespace SpectralAnalyzer;

/// <summary>The stable identifiers of a <see cref="SpectralError"/>.</summary>
public static class SpectralErrorIds
{
    // files and folders
    /// <summary>The file or its folder may not be read or written.</summary>
    public const string AccessDenied = "AccessDenied";
    /// <summary>The disk of the output folder is full.</summary>
    public const string DiskFull = "DiskFull";
    /// <summary>The file is still being written, or changed while it was read.</summary>
    public const string FileChanging = "FileChanging";
    /// <summary>Another process holds the file.</summary>
    public const string FileInUse = "FileInUse";
    /// <summary>The file does not exist.</summary>
    public const string FileNotFound = "FileNotFound";
    /// <summary>The work on the file took longer than the time limit.</summary>
    public const string FileTimeout = "FileTimeout";
    /// <summary>The file is larger than the size that is read.</summary>
    public const string FileTooLarge = "FileTooLarge";
    /// <summary>The folder does not exist.</summary>
    public const string FolderNotFound = "FolderNotFound";
    /// <summary>The folder cannot be read.</summary>
    public const string FolderUnreadable = "FolderUnreadable";
    /// <summary>The name of a file is not valid text, so that the file cannot be opened.</summary>
    public const string NameNotReadable = nameof(NameNotReadable);

    /// <summary>The path is not one of the file system.</summary>
    public const string NotFileSystem = "NotFileSystem";
    /// <summary>The path of a file is that of a folder.</summary>
    public const string PathIsFolder = "PathIsFolder";
    /// <summary>The path does not exist.</summary>
    public const string PathNotFound = "PathNotFound";
    /// <summary>The path is longer than the system allows.</summary>
    public const string PathTooLong = "PathTooLong";
    /// <summary>A run manifest stands where spectral files are expected.</summary>
    public const string RunManifestAsSample = "RunManifestAsSample";
    /// <summary>The disk or the network share failed while reading.</summary>
    public const string ReadFailed = "ReadFailed";
    /// <summary>The disk or the network share failed while writing.</summary>
    public const string WriteFailed = "WriteFailed";

    // reading
    /// <summary>The x values of a JCAMP-DX table contradict the points that its lines hold.</summary>
    public const string AbscissaCheck = "AbscissaCheck";
    /// <summary>A text file has binary content.</summary>
    public const string BinaryContent = "BinaryContent";
    /// <summary>A JCAMP-DX table begins with a difference.</summary>
    public const string DifferenceWithoutStart = "DifferenceWithoutStart";
    /// <summary>A JCAMP-DX table begins with a repeat count.</summary>
    public const string DuplicateWithoutStart = "DuplicateWithoutStart";
    /// <summary>The file is empty.</summary>
    public const string EmptyFile = "EmptyFile";
    /// <summary>A line of pairs ends within a pair.</summary>
    public const string IncompletePair = "IncompletePair";
    /// <summary>The header or the directory of the file is damaged.</summary>
    public const string InvalidHeader = "InvalidHeader";
    /// <summary>A value is not a number.</summary>
    public const string InvalidNumber = "InvalidNumber";
    /// <summary>A given layout does not fit the file.</summary>
    public const string LayoutDoesNotHold = "LayoutDoesNotHold";
    /// <summary>Parts of the file contradict each other about where the data are.</summary>
    public const string LayoutMismatch = "LayoutMismatch";
    /// <summary>A line is longer than any that is read.</summary>
    public const string LineTooLong = "LineTooLong";
    /// <summary>The file does not describe its points.</summary>
    public const string MissingParameters = "MissingParameters";
    /// <summary>The file, or a point, has no x value.</summary>
    public const string MissingX = "MissingX";
    /// <summary>The file has no points.</summary>
    public const string NoData = "NoData";
    /// <summary>The text has no table of numbers.</summary>
    public const string NoNumbers = "NoNumbers";
    /// <summary>The file states no step of x, or one of zero.</summary>
    public const string NoStep = "NoStep";
    /// <summary>The text has one column of numbers only.</summary>
    public const string OneColumn = "OneColumn";
    /// <summary>The file does not have as many points as it states.</summary>
    public const string PointCountMismatch = "PointCountMismatch";
    /// <summary>The file has far more points than it states.</summary>
    public const string TooManyPoints = "TooManyPoints";
    /// <summary>The file ends before its data do.</summary>
    public const string Truncated = "Truncated";
    /// <summary>The column that was asked for does not exist.</summary>
    public const string UnknownColumn = "UnknownColumn";
    /// <summary>The encoding that was asked for does not exist.</summary>
    public const string UnknownEncoding = "UnknownEncoding";
    /// <summary>The format of the file is not known.</summary>
    public const string UnknownFormat = "UnknownFormat";
    /// <summary>The format is read, but not this kind of content.</summary>
    public const string UnsupportedContent = "UnsupportedContent";
    /// <summary>The format is known, but not read.</summary>
    public const string UnsupportedFormat = "UnsupportedFormat";

    // resolving a layout
    /// <summary>The answer of the AI does not fit the file.</summary>
    public const string AiAnswerRefused = "AiAnswerRefused";
    /// <summary>The answer of the AI is larger than the limit.</summary>
    public const string AiAnswerTooLarge = "AiAnswerTooLarge";
    /// <summary>The limit of AI requests or tokens is reached.</summary>
    public const string AiBoundsReached = "AiBoundsReached";
    /// <summary>The address of the AI is not encrypted.</summary>
    public const string AiEndpointInsecure = "AiEndpointInsecure";
    /// <summary>The address of the AI is not a valid one.</summary>
    public const string AiEndpointInvalid = "AiEndpointInvalid";
    /// <summary>The AI has no key.</summary>
    public const string AiKeyMissing = "AiKeyMissing";
    /// <summary>The AI has no address or no model.</summary>
    public const string AiNotSetUp = "AiNotSetUp";
    /// <summary>The AI service refused the request.</summary>
    public const string AiRefused = "AiRefused";
    /// <summary>The AI service did not answer in time.</summary>
    public const string AiTimeout = "AiTimeout";
    /// <summary>No secure connection to the AI service could be made.</summary>
    public const string AiTlsFailed = "AiTlsFailed";
    /// <summary>The AI service did not accept the key.</summary>
    public const string AiUnauthorized = "AiUnauthorized";
    /// <summary>The AI service fails repeatedly; no more requests are sent.</summary>
    public const string AiUnavailable = "AiUnavailable";
    /// <summary>The AI service cannot be reached.</summary>
    public const string AiUnreachable = "AiUnreachable";
    /// <summary>A recipe cannot be read.</summary>
    public const string InvalidRecipe = "InvalidRecipe";
    /// <summary>The format of the file states its own layout.</summary>
    public const string NoLayoutToAsk = "NoLayoutToAsk";
    /// <summary>There is no recipe of that name.</summary>
    public const string RecipeNotFound = "RecipeNotFound";
    /// <summary>A recipe cannot be removed.</summary>
    public const string RecipeNotRemoved = "RecipeNotRemoved";
    /// <summary>A recipe cannot be saved.</summary>
    public const string RecipeNotSaved = "RecipeNotSaved";
    /// <summary>The recipe store does not exist.</summary>
    public const string RecipePathNotFound = "RecipePathNotFound";
    /// <summary>No layout fits the file well enough.</summary>
    public const string UncertainLayout = "UncertainLayout";
    /// <summary>The file has no spectrum of the stated name or number.</summary>
    public const string SeriesNotFound = nameof(SeriesNotFound);

    // units and comparison
    /// <summary>Two axes have units that cannot be converted into each other.</summary>
    public const string AxisMismatch = "AxisMismatch";
    /// <summary>An x value has no counterpart in the other unit.</summary>
    public const string AxisOutOfDomain = "AxisOutOfDomain";
    /// <summary>The laser wavelength is not valid.</summary>
    public const string LaserInvalid = "LaserInvalid";
    /// <summary>The conversion needs the wavelength of the laser.</summary>
    public const string LaserNeeded = "LaserNeeded";
    /// <summary>Sample and baseline have no range of x in common.</summary>
    public const string NoOverlap = "NoOverlap";
    /// <summary>The sample has no value that can be compared.</summary>
    public const string NoValues = "NoValues";
    /// <summary>Two ordinates cannot be converted into each other.</summary>
    public const string OrdinateMismatch = "OrdinateMismatch";
    /// <summary>There are fewer points than a comparison needs.</summary>
    public const string TooFewPoints = "TooFewPoints";
    /// <summary>Sample and baseline have too small a range of x in common.</summary>
    public const string TooLittleOverlap = "TooLittleOverlap";
    /// <summary>A region that is to be compared has no points of the baseline.</summary>
    public const string RegionEmpty = nameof(RegionEmpty);

    // preparing spectra
    /// <summary>A pattern of names is no regular expression, or does not match a name.</summary>
    public const string InvalidNamePattern = "InvalidNamePattern";
    /// <summary>A parameter of a step is missing or has a value that is not allowed.</summary>
    public const string InvalidStepParameter = "InvalidStepParameter";
    /// <summary>A step cannot be applied to a spectrum.</summary>
    public const string StepNotApplicable = "StepNotApplicable";
    /// <summary>A step needs a reference spectrum, and there is none.</summary>
    public const string StepReferenceMissing = "StepReferenceMissing";
    /// <summary>There is no step of that name.</summary>
    public const string UnknownStep = "UnknownStep";
    /// <summary>The step has no parameter of that name.</summary>
    public const string UnknownStepParameter = "UnknownStepParameter";

    // made from objects
    /// <summary>There are not as many y as x values.</summary>
    public const string LengthMismatch = "LengthMismatch";
    /// <summary>The value of a property is not a number.</summary>
    public const string NotANumber = "NotANumber";
    /// <summary>There is no result to report.</summary>
    public const string NoResults = "NoResults";
    /// <summary>A report is about one manifest, and there are several.</summary>
    public const string SeveralManifests = "SeveralManifests";

    /// <summary>The text of a serialized object is damaged or of another version.</summary>
    public const string NotRestorable = "NotRestorable";

    /// <summary>An object of the pipeline is not a file.</summary>
    public const string NotAFile = "NotAFile";

    /// <summary>Files are stated by a parameter and come from the pipeline too.</summary>
    public const string InputStatedTwice = "InputStatedTwice";

    /// <summary>A parameter for one spectrum is given a file with several.</summary>
    public const string SeveralSpectra = "SeveralSpectra";
    /// <summary>The objects do not have that property.</summary>
    public const string UnknownProperty = "UnknownProperty";

    // bands and limits
    /// <summary>A band is not completely or not uniquely stated.</summary>
    public const string InvalidBand = "InvalidBand";
    /// <summary>A limit has no such value, or its numbers do not go together.</summary>
    public const string InvalidLimit = "InvalidLimit";
    /// <summary>A value is beyond a limit of the method, or missing.</summary>
    public const string LimitNotKept = "LimitNotKept";

    // graphs and outputs
    /// <summary>A comparison without its spectra cannot be drawn or saved.</summary>
    public const string ComparisonWithoutSpectra = "ComparisonWithoutSpectra";
    /// <summary>The figure is too large or too small.</summary>
    public const string FigureSize = "FigureSize";
    /// <summary>JCAMP-DX cannot hold an infinite value.</summary>
    public const string InfiniteOrdinate = "InfiniteOrdinate";
    /// <summary>The template of output names is not valid.</summary>
    public const string InvalidFileNameTemplate = "InvalidFileNameTemplate";
    /// <summary>No spectrum has points in the range to be drawn.</summary>
    public const string NoPointsInRange = "NoPointsInRange";
    /// <summary>There is no spectrum to be drawn.</summary>
    public const string NoSpectra = "NoSpectra";
    /// <summary>The path is not a temporary folder of this module.</summary>
    public const string NotTemporary = "NotTemporary";
    /// <summary>An output does not read back as it was written.</summary>
    public const string OutputCorrupt = "OutputCorrupt";
    /// <summary>The output folder was removed during the run.</summary>
    public const string OutputDirectoryGone = "OutputDirectoryGone";
    /// <summary>The path of the output folder is that of a file.</summary>
    public const string OutputDirectoryIsFile = "OutputDirectoryIsFile";
    /// <summary>No output folder is given.</summary>
    public const string OutputDirectoryMissing = "OutputDirectoryMissing";
    /// <summary>The output folder cannot be created or written.</summary>
    public const string OutputDirectoryUnusable = "OutputDirectoryUnusable";
    /// <summary>The output exists already.</summary>
    public const string OutputExists = "OutputExists";
    /// <summary>The folder for temporary files cannot be used.</summary>
    public const string TempFolderUnusable = "TempFolderUnusable";
    /// <summary>A temporary folder cannot be removed.</summary>
    public const string TempNotRemoved = "TempNotRemoved";
    /// <summary>The extension belongs to no output format.</summary>
    public const string UnknownExtension = "UnknownExtension";

    // parameters and defaults
    /// <summary>Neither the command line nor a default states a baseline.</summary>
    public const string BaselineMissing = "BaselineMissing";
    /// <summary>A stated parameter has no effect with the others.</summary>
    public const string ParameterWithoutEffect = "ParameterWithoutEffect";
    /// <summary>The file with the user's defaults is not valid.</summary>
    public const string InvalidDefaults = "InvalidDefaults";
    /// <summary>The file with the user's defaults cannot be read.</summary>
    public const string DefaultsUnreadable = "DefaultsUnreadable";
    /// <summary>A value that a file cannot hold is to be a default of the user.</summary>
    public const string DefaultNotStorable = "DefaultNotStorable";
    /// <summary>No default is stated.</summary>
    public const string NoDefaultStated = "NoDefaultStated";

    /// <summary>Wildcards match several files where one is needed.</summary>
    public const string SeveralFilesMatch = "SeveralFilesMatch";

    // batches and runs
    /// <summary>The baseline does not exist.</summary>
    public const string BaselineNotFound = "BaselineNotFound";
    /// <summary>The correlation of a sample is below the limit of a JUnit report.</summary>
    public const string CorrelationTooLow = "CorrelationTooLow";
    /// <summary>An incremental batch needs the run manifest.</summary>
    public const string IncrementalWithoutManifest = "IncrementalWithoutManifest";
    /// <summary>A batch is to put all graphs into one file, and to leave out those that an earlier run has drawn.</summary>
    public const string AlbumIncremental = "AlbumIncremental";
    /// <summary>The log cannot be written.</summary>
    public const string LogUnusable = "LogUnusable";
    /// <summary>The file alone needs more memory than the limit allows.</summary>
    public const string MemoryLimit = "MemoryLimit";
    /// <summary>The memory is used up.</summary>
    public const string OutOfMemory = "OutOfMemory";
    /// <summary>The run manifest cannot be read or written.</summary>
    public const string OutputManifestUnusable = "OutputManifestUnusable";
    /// <summary>The run manifest is damaged.</summary>
    public const string RunManifestInvalid = "RunManifestInvalid";
    /// <summary>The folder has no run manifest.</summary>
    public const string RunManifestNotFound = "RunManifestNotFound";
    /// <summary>The run manifest has no such run.</summary>
    public const string RunNotFound = "RunNotFound";

    // methods
    /// <summary>A key of a method file is stated twice.</summary>
    public const string DuplicateMethodKey = "DuplicateMethodKey";
    /// <summary>A method has faults.</summary>
    public const string InvalidMethod = "InvalidMethod";

    /// <summary>A style of graphs has faults, or its logo cannot be read.</summary>
    public const string InvalidStyle = "InvalidStyle";
    /// <summary>A method file is not valid YAML, or uses a part of it that is not supported.</summary>
    public const string InvalidMethodSyntax = "InvalidMethodSyntax";
    /// <summary>A value of a method file is not allowed.</summary>
    public const string InvalidMethodValue = "InvalidMethodValue";
    /// <summary>A key of a method file, or a parameter of a step, is missing.</summary>
    public const string MissingMethodKey = "MissingMethodKey";
    /// <summary>The method file exists already.</summary>
    public const string MethodExists = "MethodExists";
    /// <summary>There is no such key in a method file.</summary>
    public const string UnknownMethodKey = "UnknownMethodKey";
    /// <summary>There is no such template of a method.</summary>
    public const string UnknownTemplate = "UnknownTemplate";

    // the module itself
    /// <summary>Files of the module are missing.</summary>
    public const string ModuleIncomplete = "ModuleIncomplete";
    /// <summary>A bug of this program.</summary>
    public const string UnexpectedError = "UnexpectedError";

    // the dashboard
    /// <summary>The network is to be served without a certificate.</summary>
    public const string DashboardCertificateMissing = nameof(DashboardCertificateMissing);
    /// <summary>The certificate has no private key.</summary>
    public const string DashboardCertificateUnusable = nameof(DashboardCertificateUnusable);
    /// <summary>The module SpectralAnalyzer.Dashboard is not installed.</summary>
    public const string DashboardModuleMissing = nameof(DashboardModuleMissing);
    /// <summary>The port is taken, or may not be opened.</summary>
    public const string DashboardPortUnusable = nameof(DashboardPortUnusable);
    /// <summary>The token is too short or has other characters than letters, digits, and <c>-._~</c>.</summary>
    public const string DashboardTokenUnusable = nameof(DashboardTokenUnusable);
}
