namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>The samples of the documents, as published.</summary>
internal static class Documents
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Documents).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
