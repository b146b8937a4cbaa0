using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Knows whether a client still waits. HttpListener doesn't tell before it writes; the system's connections do.</summary>
internal static class ConnectionTable
{
    /// <summary>How old the known state may be: reading the system's table is dear.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(100);

    private static readonly object Gate = new();
    private static HashSet<(int Local, int Remote)> _established = [];
    private static Stopwatch? _age;

    /// <summary>Only for connections that are older than <see cref="Freshness"/>.</summary>
    public static bool IsEstablished(IPEndPoint local, IPEndPoint remote)
    {
        lock (Gate)
        {
            if (_age is null || _age.Elapsed > Freshness)
            {
                _age = Stopwatch.StartNew();
                _established = [.. Read()];
            }

            return _established.Contains((local.Port, remote.Port));
        }
    }

    private static IEnumerable<(int Local, int Remote)> Read()
        => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
            .Where(connection => connection.State == TcpState.Established)
            .Select(connection => (connection.LocalEndPoint.Port, connection.RemoteEndPoint.Port));
}
