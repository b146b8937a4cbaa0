using System.Reflection;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>
/// The columns of all platforms, always in the same order: the columns that all platforms share, the others by platform, and the
/// fields that no document lists.
/// </summary>
internal static class VideoColumns
{
    private static readonly Dictionary<string, VideoColumn> ByName = new(StringComparer.OrdinalIgnoreCase);

    private static readonly VideoShape[] Shapes = CreateShapes();

    /// <summary>All columns.</summary>
    public static readonly IReadOnlyList<VideoColumn> All = [.. ByName.Values.OrderBy(column => column.Index)];

    /// <summary>The column of the platform.</summary>
    public static readonly VideoColumn Platform = ByName[nameof(PlatformVideo.Platform)];

    /// <summary>The column of the ID.</summary>
    public static readonly VideoColumn Id = ByName[nameof(PlatformVideo.Id)];

    /// <summary>The column of the session.</summary>
    public static readonly VideoColumn Session = ByName[nameof(PlatformVideo.Session)];

    /// <summary>The column of the fields that no document lists.</summary>
    public static readonly VideoColumn AdditionalData = ByName[PropertyReader.AdditionalDataName];

    /// <summary>Returns the columns of a platform.</summary>
    public static VideoShape Of(Platform platform) => Shapes[(int)platform];

    /// <summary>Returns the column with a name; null if there is none.</summary>
    public static VideoColumn? Find(string name) => ByName.TryGetValue(name, out var column) ? column : null;

    /// <summary>Returns the column with a name; null if there is none.</summary>
    /// <param name="utf8Name">The name.</param>
    /// <param name="next">The index of the column to try first.</param>
    public static VideoColumn? Find(ReadOnlySpan<byte> utf8Name, int next)
    {
        var count = All.Count;
        for (var tried = 0; tried < count; tried++)
        {
            var column = All[(next + tried) % count];
            if (utf8Name.SequenceEqual(column.Utf8Name))
            {
                return column;
            }
        }

        return null;
    }

    private static VideoShape[] CreateShapes()
    {
        var types = PlatformRegistry.All.Select(description => (description, Properties: PropertiesOf(description.VideoType))).ToList();
        foreach (var name in types.SelectMany(type => type.Properties.Select(property => property.Name)).Append(PropertyReader.AdditionalDataName))
        {
            if (!ByName.ContainsKey(name))
            {
                ByName.Add(name, new(name, ByName.Count));
            }
        }

        var shapes = new VideoShape[types.Max(type => (int)type.description.Platform) + 1];
        foreach (var (description, properties) in types)
        {
            shapes[(int)description.Platform] = new(
                description,
                [
                    .. properties.Select(property => VideoProperty.Create(ByName[property.Name], description.VideoType, property)),
                    new AdditionalDataProperty(ByName[PropertyReader.AdditionalDataName]),
                ],
                ByName.Count);
        }

        return shapes;
    }

    // The order of the declarations: every class declares the shared properties first.
    private static List<PropertyInfo> PropertiesOf(Type videoType) =>
        [.. videoType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(property => property.MetadataToken)];
}
