using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>Represents the process that a lock file names.</summary>
/// <param name="ProcessId">The ID of the process.</param>
/// <param name="Started">The time at which the process started: an ID alone may belong to another process now.</param>
/// <param name="Computer">The name of the computer.</param>
internal sealed record LockOwner(int ProcessId, DateTimeOffset Started, string Computer)
{
    // The time is read from the system again and can be rounded.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    /// <summary>Returns this process.</summary>
    public static LockOwner Current()
    {
        using var process = Process.GetCurrentProcess();
        return new(process.Id, process.StartTime, Environment.MachineName);
    }

    /// <summary>Gets a value indicating whether the process is one of this computer.</summary>
    [JsonIgnore]
    public bool IsLocal => string.Equals(Computer, Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the process, which is one of this computer, still runs.</summary>
    public bool IsRunning()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited && (new DateTimeOffset(process.StartTime) - Started).Duration() <= StartTolerance;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Exception exception) when (exception is Win32Exception or NotSupportedException)
        {
            // A process of another user. It exists.
            return true;
        }
    }

    /// <summary>Returns the process, its computer and its start.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}@{1} {2:yyyy-MM-dd HH:mm:ss zzz}", ProcessId, Computer, Started);
}
