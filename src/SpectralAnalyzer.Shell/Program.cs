using SpectralAnalyzer.Shell;

Terminal.Prepare();
var arguments = ShellArguments.Parse(args, out var problem);
if (problem is not null)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(ShellArguments.Usage);
    return ExitCode.Usage;
}

if (arguments.ShowHelp)
{
    Console.Out.WriteLine(ShellArguments.Usage);
    return ExitCode.Success;
}

var module = ModuleFolder.Find();
if (module is null)
{
    Console.Error.WriteLine(
        $"The module {ModuleFolder.ModuleName} is neither beside this program nor in the 'out' folder of a checkout above it. Run 'dotnet build'.");
    return ExitCode.Failure;
}

return ShellSession.Run(arguments, module);
