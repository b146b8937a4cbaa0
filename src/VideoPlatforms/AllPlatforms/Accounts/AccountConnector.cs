using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Opens the sessions of accounts.</summary>
internal static class AccountConnector
{
    /// <summary>Reads the accounts file and asks for each account whether it is to be connected.</summary>
    /// <exception cref="CommandException">The file cannot be read or is invalid.</exception>
    public static async Task<IReadOnlyList<AccountEntry>> ChooseAsync(string path, string? profile, ICommandHost host)
    {
        var chosen = new List<AccountEntry>();
        foreach (var entry in AccountsFile.Read(path, profile))
        {
            var target = (entry.Options.BaseUri ?? entry.Support.Description.PublicAddress) is { } address ? $"{entry} {address}" : $"{entry}";
            if (await host.ShouldProcessAsync(target, CommandMessages.ConnectAccount).ConfigureAwait(false))
            {
                chosen.Add(entry);
            }
        }

        return chosen;
    }

    /// <summary>
    /// Opens the sessions side by side and writes them in the order of the file. An account that cannot be connected is reported as an
    /// error, and the others are connected.
    /// </summary>
    /// <param name="entries">The accounts.</param>
    /// <param name="secretOf">Returns the vault's secret of an account; null if it names none. Throws if it cannot be read.</param>
    /// <param name="store">Stores the sessions.</param>
    /// <param name="host">Receives the sessions and the errors.</param>
    /// <param name="cancellationToken">Ends every sign-in at once.</param>
    public static async Task RunAsync(
        IReadOnlyList<AccountEntry> entries, Func<AccountEntry, VaultSecret?> secretOf, SessionStore store, ICommandHost host, CancellationToken cancellationToken)
    {
        var opening = entries.Select(entry => Task.Run(() => OpenAsync(entry, secretOf, store, host, cancellationToken), CancellationToken.None)).ToList();
        try
        {
            for (var at = 0; at < opening.Count; at++)
            {
                await WriteAsync(entries[at], opening[at], host).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAny(Task.WhenAll(opening)).ConfigureAwait(false);
        }
    }

    private static Task<VideoPlatformSession> OpenAsync(
        AccountEntry entry, Func<AccountEntry, VaultSecret?> secretOf, SessionStore store, ICommandHost host, CancellationToken cancellationToken)
    {
        var client = entry.Support.CreateClient(entry.Parameters, new(entry.Support.Platform, secretOf(entry)), entry.Options);
        return SessionLifecycle.OpenAsync(client, entry.Name, store, host, cancellationToken);
    }

    private static async Task WriteAsync(AccountEntry entry, Task<VideoPlatformSession> opening, ICommandHost host)
    {
        var target = entry.ToString();
        var where = CommandMessages.AccountOfFile.With(target, entry.Line);
        VideoPlatformSession session;
        try
        {
            session = await opening.ConfigureAwait(false);
        }
        catch (PlatformException failure)
        {
            await host.WriteErrorAsync(failure.With(where), target).ConfigureAwait(false);
            return;
        }
        catch (CommandException failure)
        {
            await host.WriteErrorAsync(new CommandException(failure.ErrorId, failure.Category, $"{failure.Message} {where}", failure.RecommendedAction, failure), target).ConfigureAwait(false);
            return;
        }
        catch (ArgumentException exception)
        {
            var failure = new CommandException("VideoPlatforms.InvalidArgument", PlatformErrorCategory.InvalidArgument, $"{exception.Message} {where}", CommandMessages.AccountsInvalidDo, exception);
            await host.WriteErrorAsync(failure, target).ConfigureAwait(false);
            return;
        }

        await host.WriteAsync(session).ConfigureAwait(false);
    }
}
