using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>
/// Checks whether a client is still connected. HttpListener detects a disconnect only when it writes, so the connection table of
/// the operating system is read.
/// </summary>
internal static class ConnectionTable
{
    /// <summary>The maximum age of the cached table, because reading it is expensive.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(100);

    private static readonly object Gate = new();
    private static HashSet<(int Local, int Remote)> _established = [];
    private static Stopwatch? _age;

    /// <summary>
    /// Returns whether a connection is established. Valid only for connections that are older than <see cref="Freshness"/>.
    /// </summary>
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
