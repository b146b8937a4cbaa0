using VideoPlatforms.Demo;

// The main job against the sandbox: every platform's videos, a CSV for each and one for all.
var folder = Path.GetFullPath(Path.Combine("out", "demo"));
Directory.CreateDirectory(folder);
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

try
{
    return PowerShellDemo.IsPossible
        ? await PowerShellDemo.RunAsync(folder, stopping.Token)
        : await ConsoleDemo.RunAsync(folder, stopping.Token);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
